import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { ReasonDialog } from '../../../parts/ReasonDialog';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useSignature } from '../../../shell/signature';
import { useMay, useWho } from '../../../shell/who';
import { calibrationChanged } from '../bench';
import { type Calibration, certifiable, isOpen, type Result } from '../model';

interface DecisionsProps {
  run: Calibration;
  result: Result | undefined;
  working: boolean;
}

/** What persons decide: the adjustment by a second one, the readings by who measured, the certificate by a second one. */
export function Decisions({ run, result, working }: DecisionsProps) {
  const { t } = useTranslation('calibration');
  const me = useWho().person_id;
  const engineer = useMay('engineer');
  const decides = useMay('engineer', 'administrator');
  const sign = useSignature();
  const [asking, setAsking] = useState<'decline' | 'revert' | null>(null);
  const own = me === run.begun_by;
  const path = { id: run.calibration_id };
  const go = () => api.POST('/api/v1/calibrations/{id}/go', { params: { path } });
  const acts = {
    accept: async () => {
      const header = await sign(t('decide.accept_what', { serial: run.device.serial }));
      if (header === null) return;
      await api.POST('/api/v1/calibrations/{id}/accept-adjustment', { params: { path, header }, body: {} });
      if (engineer) await go();
    },
    sign: async () => {
      const header = await sign(t('decide.sign_what', { serial: run.device.serial }));
      if (header !== null) await api.POST('/api/v1/calibrations/{id}/sign', { params: { path, header }, body: {} });
    },
    issue: async () => {
      const header = await sign(t('decide.issue_what', { serial: run.device.serial }));
      if (header !== null) await api.POST('/api/v1/calibrations/{id}/issue', { params: { path, header } });
    },
    tell: () => api.POST('/api/v1/calibrations/{id}/tell', { params: { path } }),
  } as const;
  const acting = useMutation({
    mutationFn: async (act: keyof typeof acts) => void (await acts[act]()),
    onSettled: calibrationChanged,
  });
  const button = (act: keyof typeof acts) => (
    <Button onClick={() => acting.mutate(act)} loading={acting.isPending && acting.variables === act}>
      {t(`decide.${act}`)}
    </Button>
  );
  const waits = run.phase === 'awaiting-acceptance';
  const ended = run.phase === 'ended';
  const hopeless = result !== undefined && !certifiable(result);
  if (!waits && !ended && run.accepted_by === null) return null;
  return (
    <Paper component="section" withBorder p="md" aria-label={t('decide.title')}>
      <Stack>
        <Title order={3}>{t('decide.title')}</Title>
        {waits && (
          <>
            <Text>{own ? t('decide.accept_other', { by: run.begun_by }) : t('decide.accept_help', { by: run.begun_by })}</Text>
            {decides && (
              <Group>
                {!own && button('accept')}
                <Button variant="default" onClick={() => setAsking('decline')}>
                  {t('decide.decline')}
                </Button>
              </Group>
            )}
          </>
        )}
        {ended && run.signed_by === null && (
          <>
            <Text>{own ? t('decide.sign_help') : t('decide.sign_other', { by: run.begun_by })}</Text>
            {hopeless && <Text fw={700}>{t(`decide.failed.${run.kind === 'occlusion' ? 'occlusion' : 'other'}`)}</Text>}
            {own && engineer && <Group>{button('sign')}</Group>}
          </>
        )}
        {ended && run.signed_by !== null && run.certificate_id === null && (
          <>
            <Text>{t('decide.signed', { by: run.signed_by })}</Text>
            {hopeless ? (
              <Text fw={700}>{t(`decide.failed.${run.kind === 'occlusion' ? 'occlusion' : 'other'}`)}</Text>
            ) : (
              <>
                <Text>{own ? t('decide.issue_other', { by: run.signed_by }) : t('decide.issue_help')}</Text>
                {decides && !own && <Group>{button('issue')}</Group>}
              </>
            )}
          </>
        )}
        {run.certificate_id !== null && (
          <>
            <Text>{run.device_told ? t('decide.told') : t('decide.not_told')}</Text>
            <Group>
              <Button component={Link} to={`/calibration/certificates/${run.certificate_id}`}>
                {t('decide.certificate', { id: run.certificate_id })}
              </Button>
              {!run.device_told && engineer && button('tell')}
            </Group>
          </>
        )}
        {run.accepted_by !== null && run.reverted_for === null && !working && decides && (
          <Group>
            <Button variant="default" onClick={() => setAsking('revert')}>
              {t('decide.revert')}
            </Button>
          </Group>
        )}
        {run.phase === 'reverting' && <Text>{t('decide.reverting')}</Text>}
        <ProblemAlert problem={acting.error} />
      </Stack>
      {asking !== null && (
        <ReasonDialog
          title={t(`decide.${asking}`)}
          consequence={t(`decide.${asking}_consequence`)}
          act={t(`decide.${asking}`)}
          onAct={async (reason) => {
            const asked = { params: { path }, body: { reason } };
            if (asking === 'decline') await api.POST('/api/v1/calibrations/{id}/decline-adjustment', asked);
            else await api.POST('/api/v1/calibrations/{id}/revert', asked);
            if (engineer && (asking === 'revert' || isOpen(run))) await go();
            await calibrationChanged();
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Paper>
  );
}
