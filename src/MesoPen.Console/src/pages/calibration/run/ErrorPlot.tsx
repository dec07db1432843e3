import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { errorsOf } from '../errors';
import { nominal } from '../figures';
import type { Calibration, Result } from '../model';
import { stated } from '../model';
import { PointPlot } from './PointPlot';

/** Errors of the last series as they arrive, point by point, with limits and guard band: expected while the bench works, computed afterwards. */
export function ErrorPlot({ run, result, working }: { run: Calibration; result: Result | undefined; working: boolean }) {
  const { t } = useTranslation('calibration');
  const series = run.series.at(-1);
  const points = run.setup.points;
  const plan = useQuery({
    queryKey: ['calibrations', run.calibration_id, 'plan'],
    queryFn: () =>
      body(
        api.POST('/api/v1/calibrations/plan', {
          body: {
            kind: run.kind,
            model: run.device.model,
            references: run.setup.references.map((each) => each.reference_id),
            points: points.map((each) => ({
              nominal: each.nominal,
              tolerance: each.tolerance,
              tolerance_source: each.tolerance_source,
              replicates: each.replicates,
              shots_per_reading: each.shots_per_reading,
            })),
          },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (series === undefined) return null;
  const evaluated = result?.series.find((each) => each.kind === series.kind);
  const errors = evaluated ? errorsOf(evaluated) : [];
  if (errors.length === 0) return null;
  const computed = working ? undefined : evaluated;
  return (
    <Stack component="section" aria-label={t('plot.title')}>
      <Title order={3}>{t('plot.title')}</Title>
      <Text size="sm">{computed ? t('plot.help_computed') : t('plot.help_live')}</Text>
      <div className="calibration-plots">
        {points.map((point, index) => {
          const verdicts = computed ? stated(computed).filter((each) => each.stated.point === index) : [];
          const expected = plan.data?.plans.find((each) => each.dose_nl === point.nominal);
          const acceptance =
            verdicts.length > 0
              ? Math.min(...verdicts.map((each) => each.stated.acceptance))
              : expected && run.setup.rule !== 'simple'
                ? Math.max(0, point.tolerance - (expected.expected_permyriad / 10_000) * point.nominal)
                : null;
          return (
            <PointPlot
              key={point.nominal}
              kind={run.kind}
              name={nominal(run.kind, point.nominal)}
              tolerance={point.tolerance}
              acceptance={acceptance}
              expects={point.replicates}
              errors={errors.filter((each) => each.point === index)}
            />
          );
        })}
      </div>
    </Stack>
  );
}
