import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DiffTable } from '../../../parts/DiffTable';
import { Mark } from '../../../parts/Mark';
import { figure } from '../figures';
import type { Calibration, Result } from '../model';
import { AdjustmentPlot } from './AdjustmentPlot';

/** The proposed scale: what it was, what it is to be, and what that should make of the errors. */
export function Adjustment({ run, result }: { run: Calibration; result: Result | undefined }) {
  const { t } = useTranslation('calibration');
  const { proposal } = run;
  if (proposal === null) return null;
  const parts = [
    [t('adjustment.plunger'), 'plunger_ppm', (value: number) => figure(value / 10_000, 4, '%')],
    [t('adjustment.offset'), 'needle_offset_um', (value: number) => figure(value, 0, 'µm')],
    [t('adjustment.backlash'), 'backlash_um', (value: number) => figure(value, 0, 'µm')],
  ] as const;
  const fit = result?.adjustment;
  return (
    <Stack component="section" aria-label={t('adjustment.title')}>
      <Group>
        <Title order={3}>{t('adjustment.title')}</Title>
        <Mark tone={run.reverted_for !== null || run.declined_for !== null ? 'bad' : run.accepted_by !== null ? 'good' : 'warn'}>
          {run.reverted_for !== null
            ? t('adjustment.reverted', { reason: run.reverted_for })
            : run.declined_for !== null
              ? t('adjustment.declined', { reason: run.declined_for })
              : run.accepted_by !== null
                ? t('adjustment.accepted', { by: run.accepted_by })
                : t('adjustment.proposed')}
        </Mark>
      </Group>
      <Text lang="en">{proposal.reason}</Text>
      <DiffTable
        changes={parts
          .filter(([, key]) => proposal.before[key] !== proposal.scale[key])
          .map(([what, key, text]) => ({ what, from: text(proposal.before[key]), to: text(proposal.scale[key]) }))}
        words={{
          what: t('adjustment.what'),
          old: t('adjustment.before'),
          new: t('adjustment.after'),
          none: t('none', { ns: 'common' }),
          label: t('adjustment.title'),
        }}
      />
      {fit && fit.residuals.length > 0 && <AdjustmentPlot run={run} residuals={fit.residuals} />}
      {fit?.is_significant === false && <Text>{t('adjustment.not_significant')}</Text>}
    </Stack>
  );
}
