import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, body } from '../../../api/client';
import { Facts } from '../../../parts/Facts';
import { ReasonDialog } from '../../../parts/ReasonDialog';
import { count, day, moment } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useSignature } from '../../../shell/signature';
import { useMay } from '../../../shell/who';
import { calibrationChanged } from '../bench';
import { figure, nominal } from '../figures';
import { CertifiedPoints } from './CertifiedPoints';
import { Downloads } from './Downloads';
import { StandingMark } from './StandingMark';

/** What a certificate says, how it stands, its forms to take along, and its end. */
export function CertificatePage() {
  const { t } = useTranslation('calibration');
  const { id = '' } = useParams();
  const decides = useMay('engineer', 'administrator');
  const sign = useSignature();
  const [revoking, setRevoking] = useState(false);
  const read = useQuery({
    queryKey: ['certificates', id],
    queryFn: () => body(api.GET('/api/v1/certificates/{id}', { params: { path: { id } } })),
  });
  const certificate = read.data;
  if (read.error) return <ProblemAlert problem={read.error} />;
  if (certificate === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  return (
    <Stack>
      <Group>
        <Title order={2}>{t('certificates.title', { id })}</Title>
        <StandingMark standing={certificate.standing} />
      </Group>
      {certificate.revoked_for !== null && (
        <Text>
          {t('certificates.revoked', {
            by: certificate.revoked_by ?? '',
            at: certificate.revoked_at === null ? '' : moment(certificate.revoked_at),
            reason: certificate.revoked_for,
          })}
        </Text>
      )}
      <Facts
        of={[
          [t('certificates.kind'), t(`kinds.${certificate.kind}`)],
          [t('profile'), certificate.model],
          [t('serial'), certificate.serial],
          [t('certificates.issued'), moment(certificate.issued_at)],
          [t('certificates.by'), certificate.authorised_by],
          [t('due'), day(certificate.due_day)],
          [t('certificates.shots_max'), certificate.shots_max === null ? null : count(certificate.shots_max)],
          [
            t('result.range'),
            `${nominal(certificate.kind, certificate.range_min)} – ${nominal(certificate.kind, certificate.range_max)}`,
          ],
          [t('adjustment.plunger'), figure(certificate.scale.plunger_ppm / 10_000, 4, '%')],
          [t('adjustment.offset'), figure(certificate.scale.needle_offset_um, 0, 'µm')],
          [t('adjustment.backlash'), figure(certificate.scale.backlash_um, 0, 'µm')],
        ]}
      />
      <CertifiedPoints id={id} />
      <Downloads id={id} />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('certificates.hash', { hash: certificate.sha256, key: certificate.key_fingerprint })}
      </Text>
      <Group>
        <Button component={Link} to={`/calibration/runs/${certificate.calibration_id}`} variant="default">
          {t('certificates.run')}
        </Button>
        {decides && certificate.revoked_by === null && (
          <Button color="red" variant="outline" onClick={() => setRevoking(true)}>
            {t('certificates.revoke')}
          </Button>
        )}
      </Group>
      {revoking && (
        <ReasonDialog
          title={t('certificates.revoke_title', { id })}
          consequence={t('certificates.revoke_consequence')}
          act={t('certificates.revoke')}
          onAct={async (reason) => {
            const header = await sign(t('certificates.revoke_what', { id }));
            if (header === null) return;
            await api.POST('/api/v1/certificates/{id}/revocation', { params: { path: { id }, header }, body: { reason } });
            await calibrationChanged();
          }}
          onClose={() => setRevoking(false)}
        />
      )}
    </Stack>
  );
}
