import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { type Told, ToldText } from '../../parts/told';
import { useEventText } from '../../parts/useEventText';
import { moment } from '../../quantity/quantity';
import { useNames } from './reading';
import { stateWord } from './SessionState';
import { useEvents } from './timeline';
import { Wide } from './Wide';

/** A line of what happened. */
export interface TimelineLine {
  at: string;
  what: Told;
  by: string;
}

/** What is told of a session, in order. */
export function useTimeline(session: Schemas['Treatment']): TimelineLine[] {
  const { t } = useTranslation('records');
  const { data } = useEvents(session.intent.session_id);
  const text = useEventText();
  const name = useNames();
  const own = [
    { at: session.opened_at, what: { text: t('event_opened', { station: session.station }) }, by: session.intent.clinician_id },
    ...(session.ended && session.ended_at
      ? [{ at: session.ended_at, what: { text: t('event_ended', { state: t(stateWord(session)) }) }, by: session.ended.by }]
      : []),
  ];
  return data ? data.map((event) => ({ at: event.at, what: text(event, name), by: event.by ?? '' })) : own;
}

/** What happened, who did it, why: by the host's journal of events, or by the record itself while that cannot be read. */
export function Timeline({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  const name = useNames();
  const lines = useTimeline(session);
  return (
    <Wide label={t('timeline_caption')}>
      <Table aria-label={t('timeline_caption')} miw={640} verticalSpacing="sm" data-testid="timeline">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('when')}</Table.Th>
            <Table.Th>{t('what')}</Table.Th>
            <Table.Th>{t('who')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: events of one moment may be alike; the list only grows at its end.
            <Table.Tr key={index}>
              <Table.Td>{moment(line.at)}</Table.Td>
              <Table.Td>
                <ToldText told={line.what} />
              </Table.Td>
              <Table.Td>{line.by && name(line.by)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
