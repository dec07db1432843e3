import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { count, volume } from '../../../quantity/quantity';
import { figure, nominal } from '../figures';
import type { Kind } from '../model';
import { Wide } from '../Wide';

/** What the calibration would be: each point with its limit and whose it is; for doses, what the planner expects. */
export function Proposal({ kind, plan }: { kind: Kind; plan: Schemas['CalibrationPlanView'] }) {
  const { t } = useTranslation('calibration');
  const minutes = plan.plans.reduce((sum, each) => sum + each.minutes, 0);
  const liquid = plan.plans.reduce((sum, each) => sum + each.volume_nl, 0);
  return (
    <Stack component="section" aria-label={t('plan.title')}>
      <Title order={3}>{t('plan.title')}</Title>
      <Wide label={t('plan.title')}>
        <Table withTableBorder aria-label={t('plan.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('table.nominal')}</Table.Th>
              <Table.Th scope="col">{t('points.tolerance')}</Table.Th>
              <Table.Th scope="col">{t('points.replicates')}</Table.Th>
              {kind === 'volume' && (
                <>
                  <Table.Th scope="col">{t('points.shots')}</Table.Th>
                  <Table.Th scope="col">{t('plan.minutes')}</Table.Th>
                  <Table.Th scope="col">{t('plan.expected')}</Table.Th>
                </>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.points.map((point) => {
              const dose = plan.plans.find((each) => each.dose_nl === point.nominal);
              return (
                <Table.Tr key={point.nominal}>
                  <Table.Th scope="row">{nominal(kind, point.nominal)}</Table.Th>
                  <Table.Td>
                    {point.tolerance > 0 ? `±${nominal(kind, point.tolerance)}` : t('plan.no_tolerance')}
                    {point.tolerance_source !== '' && (
                      <Text size="sm">{t('source', { ns: 'common', source: point.tolerance_source })}</Text>
                    )}
                  </Table.Td>
                  <Table.Td>{count(point.replicates)}</Table.Td>
                  {kind === 'volume' && (
                    <>
                      <Table.Td>{count(point.shots_per_reading)}</Table.Td>
                      <Table.Td>{dose ? figure(dose.minutes, 0, 'min') : '—'}</Table.Td>
                      <Table.Td>{dose ? `U = ${figure(dose.expected_permyriad / 100, 2, '%')}` : '—'}</Table.Td>
                    </>
                  )}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Wide>
      {plan.plans.length > 0 && <Text>{t('plan.sum', { minutes: count(minutes), volume: volume(liquid) })}</Text>}
    </Stack>
  );
}
