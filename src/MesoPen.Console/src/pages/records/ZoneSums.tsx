import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { count, length, volume } from '../../quantity/quantity';
import { total, type ZoneSum } from './sums';
import { Wide } from './Wide';
import { useZoneName } from './zoneName';

interface Line {
  sum: ZoneSum;
  points: number | undefined;
  planned: number | undefined;
  /** Shots that were cut short of their dose. */
  cut: number;
  deepest: number;
  set: number | undefined;
}

/** What each zone got, against its plan: those of the plan first, in the order of work. */
export function zoneLines(record: Schemas['SessionRecordView'], plan: Schemas['PlanVersion'] | undefined): Line[] {
  const given = record.session.ended?.zones ?? [];
  const order = (plan?.zones ?? given).map((zone) => zone.zone);
  const more = record.sums.map((sum) => sum.zone).filter((zone) => !order.includes(zone));
  return [...order, ...more].map((zone) => {
    const planned = plan?.zones.find((one) => one.zone === zone) ?? given.find((one) => one.zone === zone);
    const none = { zone, shots: 0, unknown_shots: 0, not_delivered_shots: 0, volume_nl: 0, unknown_nl: 0 };
    return {
      sum: record.sums.find((one) => one.zone === zone) ?? none,
      points: planned?.points,
      planned: planned && planned.points * planned.dose_nl,
      set: planned && ('needle_length_um' in planned ? planned.needle_length_um : planned.depth_um),
      cut: record.shots.filter((shot) => shot.zone === zone && shot.outcome === 'delivered' && shot.partial).length,
      deepest: record.shots.reduce((far, shot) => (shot.zone === zone ? Math.max(far, shot.depth_um) : far), 0),
    };
  });
}

/** The table of the zones. */
export function ZoneSums({ record, plan }: { record: Schemas['SessionRecordView']; plan: Schemas['PlanVersion'] | undefined }) {
  const { t } = useTranslation('records');
  const lines = zoneLines(record, plan);
  const all = total(record.sums);
  const points = lines.reduce((sum, line) => sum + (line.points ?? 0), 0);
  const planned = lines.reduce((sum, line) => sum + (line.planned ?? 0), 0);
  const cut = lines.reduce((sum, line) => sum + line.cut, 0);
  const deepest = lines.reduce((far, line) => Math.max(far, line.deepest), 0);
  const zone = useZoneName();
  return (
    <Wide label={t('sums_caption')}>
      <Table aria-label={t('sums_caption')} miw={720} verticalSpacing="sm" data-testid="sums">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('zone')}</Table.Th>
            <Table.Th>{t('points')}</Table.Th>
            <Table.Th>{t('dose')}</Table.Th>
            <Table.Th>{t('cut')}</Table.Th>
            <Table.Th>{t('not_delivered')}</Table.Th>
            <Table.Th>{t('unknown')}</Table.Th>
            <Table.Th>{t('deepest')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.sum.zone} data-zone={line.sum.zone}>
              <Table.Th scope="row">{zone(line.sum.zone)}</Table.Th>
              <Cells
                sum={line.sum}
                points={line.points}
                planned={line.planned}
                cut={line.cut}
                deepest={line.deepest}
                set={line.set}
              />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr data-zone="all">
            <Table.Th scope="row">{t('together')}</Table.Th>
            <Cells
              sum={all}
              points={points || undefined}
              planned={planned || undefined}
              cut={cut}
              deepest={deepest}
              set={undefined}
            />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Wide>
  );
}

function Cells(line: Omit<Line, 'sum'> & { sum: Omit<ZoneSum, 'zone'> }) {
  const { t } = useTranslation('records');
  const { sum, points, planned, cut, deepest, set } = line;
  return (
    <>
      <Table.Td>
        {points === undefined ? count(sum.shots) : t('points_of', { done: count(sum.shots), points: count(points) })}
      </Table.Td>
      <Table.Td>
        <strong>{volume(sum.volume_nl)}</strong>
        {planned !== undefined && ` ${t('delivered_of', { planned: volume(planned) })}`}
      </Table.Td>
      <Table.Td data-cell="cut">{cut > 0 ? <b>{count(cut)}</b> : count(cut)}</Table.Td>
      <Table.Td>{count(sum.not_delivered_shots)}</Table.Td>
      <Table.Td>
        {count(sum.unknown_shots)}
        {sum.unknown_shots > 0 && `, ${t('unknown_volume', { volume: volume(sum.unknown_nl) })}`}
      </Table.Td>
      <Table.Td>
        {deepest > 0 ? length(deepest) : '–'}
        {deepest > 0 && set !== undefined && ` ${t('deepest_of', { set: length(set) })}`}
      </Table.Td>
    </>
  );
}
