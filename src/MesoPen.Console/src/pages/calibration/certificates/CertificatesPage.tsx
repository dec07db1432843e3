import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../api/client';
import { CardList } from '../../../parts/CardList';
import { useParts } from '../../../parts/useParts';
import { day, moment } from '../../../quantity/quantity';
import { StandingMark } from './StandingMark';

/** The site's certificates. */
export function CertificatesPage() {
  const { t } = useTranslation('calibration');
  const parts = useParts(['certificates', 'list'], (query) => body(api.GET('/api/v1/certificates', { params: { query } })));
  return (
    <Stack>
      <Title order={2}>{t('sections.certificates')}</Title>
      <CardList
        label={t('sections.certificates')}
        parts={parts}
        empty={t('certificates.none')}
        id={(each) => each.certificate_id}
      >
        {(each) => (
          <Group justify="space-between">
            <div>
              <Text fw={700}>
                {each.certificate_id}: {t('run.title', { kind: t(`kinds.${each.kind}`), serial: each.serial })}
              </Text>
              <Text size="sm">
                {t('certificates.line', { by: each.authorised_by, at: moment(each.issued_at), due: day(each.due_day) })}
              </Text>
            </div>
            <Group>
              <StandingMark standing={each.standing} />
              <Button
                component={Link}
                to={`/calibration/certificates/${each.certificate_id}`}
                variant="default"
                aria-label={t('runs.open_it', { id: each.certificate_id })}
              >
                {t('runs.open')}
              </Button>
            </Group>
          </Group>
        )}
      </CardList>
    </Stack>
  );
}
