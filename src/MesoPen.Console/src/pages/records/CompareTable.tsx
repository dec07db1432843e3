import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { count, length, moment, volume } from '../../quantity/quantity';
import { got, pairs } from './compare';
import { stateWord } from './SessionState';
import { Wide } from './Wide';
import { useZoneName } from './zoneName';

/** What each zone had in the one and in the other, and how they differ. An open session has no sums of its end yet: those of its shots stand there. */
export function CompareTable({ a, b }: { a: Schemas['SessionRecordView']; b: Schemas['SessionRecordView'] }) {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  const difference = (of: number, than: number) =>
    of === than ? t('same') : t(than > of ? 'more_by' : 'less_by', { amount: volume(Math.abs(than - of)) });
  const say = (given: Schemas['ZoneGiven'] | undefined) =>
    given === undefined ? (
      t('not_treated')
    ) : (
      <>
        <strong>{volume(given.delivered_nl)}</strong>
        {given.unknown_nl > 0 && `, ${t('unknown').toLowerCase()} ${t('unknown_volume', { volume: volume(given.unknown_nl) })}`}
        <br />
        {t('shots')}: {t('points_of', { done: count(given.shots), points: count(given.points) })}
        <br />
        {given.dose_nl > 0 && `${t('dose_per_shot')}: ${volume(given.dose_nl)}`}
        <br />
        {given.depth_um > 0 && `${t('depth_set')}: ${length(given.depth_um)}`}
      </>
    );
  const facts = (record: Schemas['SessionRecordView']) => {
    const { session } = record;
    const of = (kind: string) =>
      session.basis
        .filter((item) => item.kind === kind)
        .map((item) => item.id)
        .join(', ');
    return [
      [t('state'), t(stateWord(session))],
      [t('plan'), t('plan_version', { title: session.intent.plan_id, version: session.intent.plan_version })],
      [t('product'), of('product')],
      [t('lot'), of('lot')],
      [t('head'), (session.heads ?? []).join(', ')],
      [t('device'), session.device_known ? session.device_known.serial : '–'],
    ] as const;
  };
  const left = facts(a);
  const right = facts(b);
  return (
    <Wide label={t('compare_caption')}>
      <Table aria-label={t('compare_caption')} miw={680} verticalSpacing="sm" data-testid="compare">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('zone')}</Table.Th>
            <Table.Th>{moment(a.session.opened_at)}</Table.Th>
            <Table.Th>{moment(b.session.opened_at)}</Table.Th>
            <Table.Th>{t('difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pairs(givenOf(a), givenOf(b)).map((pair) => (
            <Table.Tr key={pair.zone} data-zone={pair.zone}>
              <Table.Th scope="row">{zone(pair.zone)}</Table.Th>
              <Table.Td>{say(pair.a)}</Table.Td>
              <Table.Td>{say(pair.b)}</Table.Td>
              <Table.Td>{difference(got(pair.a), got(pair.b))}</Table.Td>
            </Table.Tr>
          ))}
          {left.map(([name, what], index) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{what}</Table.Td>
              <Table.Td>{right[index]?.[1]}</Table.Td>
              <Table.Td>{what === right[index]?.[1] ? t('same') : ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

/** What the zones had: as it was closed, or by the shots so far. */
function givenOf({ session, sums }: Schemas['SessionRecordView']): Schemas['ZoneGiven'][] {
  return (
    session.ended?.zones ??
    sums.map((sum) => ({
      zone: sum.zone,
      points: sum.shots,
      shots: sum.shots,
      unknown_shots: sum.unknown_shots,
      not_delivered_shots: sum.not_delivered_shots,
      delivered_nl: sum.volume_nl,
      unknown_nl: sum.unknown_nl,
      depth_um: 0,
      dose_nl: 0,
    }))
  );
}
