import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { count } from '../../../quantity/quantity';
import { decimalsOf, expanded, figure, fixed, inUnit, nominal, scales } from '../figures';
import { type Kind, type Result, stated } from '../model';
import { VerdictMark } from '../VerdictMark';
import { Wide } from '../Wide';

/** Each point of a series: mean, error, spread, uncertainty, what it is held against, verdict. */
export function PointTable({ kind, series }: { kind: Kind; series: Result['series'][number] }) {
  const { t } = useTranslation('calibration');
  const { unit } = scales[kind];
  const rows = stated(series);
  const needles = rows.some((row) => row.needle !== undefined);
  return (
    <Wide label={t('result.points', { series: t(`series.${series.kind}`) })}>
      <Table withTableBorder aria-label={t('result.points', { series: t(`series.${series.kind}`) })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('table.nominal')}</Table.Th>
            {needles && <Table.Th scope="col">{t('table.needle')}</Table.Th>}
            <Table.Th scope="col">n</Table.Th>
            <Table.Th scope="col">{t('table.mean')}</Table.Th>
            <Table.Th scope="col">{t('table.error')}</Table.Th>
            <Table.Th scope="col">{t('table.cv')}</Table.Th>
            <Table.Th scope="col">{t('table.u')}</Table.Th>
            <Table.Th scope="col">{t('table.limit')}</Table.Th>
            <Table.Th scope="col">{t('table.verdict')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ stated: point, needle, direction }) => {
            const u = point.uncertainty;
            const decimals = decimalsOf(u === null ? 0 : inUnit(kind, u.expanded));
            return (
              <Table.Tr key={`${point.point} ${needle} ${direction}`}>
                <Table.Th scope="row">{nominal(kind, point.nominal)}</Table.Th>
                {needles && (
                  <Table.Td>
                    {needle === undefined ? '' : count(needle + 1)} {direction === undefined ? '' : t(`directions.${direction}`)}
                  </Table.Td>
                )}
                <Table.Td>{count(point.count)}</Table.Td>
                <Table.Td>{figure(inUnit(kind, point.mean), decimals, unit)}</Table.Td>
                <Table.Td>
                  {figure(inUnit(kind, point.error), decimals, unit, true)}
                  {point.error_percent !== null && ` (${figure(point.error_percent, 2, '%', true)})`}
                </Table.Td>
                <Table.Td>{point.cv_percent === null ? '—' : figure(point.cv_percent, 2, '%')}</Table.Td>
                <Table.Td>{u === null ? '—' : `${expanded(inUnit(kind, u.expanded), unit)} (k = ${fixed(u.k, 2)})`}</Table.Td>
                <Table.Td>
                  ±{nominal(kind, point.tolerance)}
                  {point.acceptance < point.tolerance &&
                    `; ${t('table.accepts', { value: figure(inUnit(kind, point.acceptance), decimals, unit) })}`}
                </Table.Td>
                <Table.Td>
                  <VerdictMark verdict={point.verdict} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
