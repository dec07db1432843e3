import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../parts/Facts';
import { decimalsOf, expanded, figure, inUnit, nominal, scales } from '../figures';
import type { Calibration, Result } from '../model';
import { VerdictMark } from '../VerdictMark';
import { Budgets } from './Budgets';
import { PointTable } from './PointTable';

/** What the readings say: of each series its points, then what spoils the result, and where the uncertainty comes from. */
export function Results({ run, result }: { run: Calibration; result: Result }) {
  const { t } = useTranslation('calibration');
  const { unit } = scales[run.kind];
  const last = result.series.at(-1);
  return (
    <Stack component="section" aria-label={t('result.title')}>
      <Group>
        <Title order={3}>{t('result.title')}</Title>
        <VerdictMark verdict={result.verdict} />
      </Group>
      {result.range === null ? (
        <Text>{t('result.no_range')}</Text>
      ) : (
        <Facts
          of={[
            [t('result.range'), `${nominal(run.kind, result.range.minimum)} – ${nominal(run.kind, result.range.maximum)}`],
            [t('result.largest_u'), expanded(inUnit(run.kind, result.range.largest_expanded), unit)],
          ]}
        />
      )}
      {result.objections.length > 0 && (
        <Alert
          color={result.objections.some((each) => each.blocks) ? 'red' : 'orange'}
          variant="light"
          title={t('result.objections')}
          role="group"
        >
          <ul lang="en">
            {result.objections.map((each) => (
              <li key={`${each.kind} ${each.subject} ${each.text}`}>{each.text}</li>
            ))}
          </ul>
        </Alert>
      )}
      {result.series.map((series) => (
        <Stack key={series.kind} gap="xs">
          <Group>
            <Title order={4}>{t(`series.${series.kind}`)}</Title>
            <VerdictMark verdict={series.verdict} />
          </Group>
          <PointTable kind={run.kind} series={series} />
          {series.conditions && (
            <Facts
              of={[
                [t('asked.water'), figure(series.conditions.water_c, 2, '°C')],
                [t('asked.air'), figure(series.conditions.air_c, 2, '°C')],
                [t('asked.pressure'), figure(series.conditions.pressure_hpa, 2, 'hPa')],
                [t('asked.humidity'), figure(series.conditions.humidity_percent, 1, '%')],
                ['Z', figure(series.conditions.z, 6, 'µL/mg')],
                [
                  t('result.evaporation'),
                  series.conditions.evaporation === null
                    ? null
                    : `${figure(series.conditions.evaporation.mg_per_hour, 4, 'mg/h')} ± ${figure(series.conditions.evaporation.standard_mg_per_hour, 4, 'mg/h')}`,
                ],
              ]}
            />
          )}
          {series.backlash.length > 0 && (
            <Facts
              of={series.backlash.map((each) => [
                t('result.backlash', { needle: each.needle + 1 }),
                `${figure(each.backlash_um, decimalsOf(each.uncertainty.expanded), 'µm')}, U = ${expanded(each.uncertainty.expanded, 'µm')}`,
              ])}
            />
          )}
        </Stack>
      ))}
      {last && <Budgets kind={run.kind} series={last} />}
    </Stack>
  );
}
