import { Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { count, day, volume } from '../../quantity/quantity';
import { Room } from '../records/Room';
import { useNames } from '../records/reading';
import { Wide } from '../records/Wide';
import { useZoneName } from '../records/zoneName';
import { EventTable } from './EventList';

/** Who is to be called: the patients first. */
export function RecallFinding({ finding }: { finding: Schemas['RecallFinding'] }) {
  const { t } = useTranslation('outcomes');
  const { patients, sessions, adverse_events: events } = finding;
  if (patients.length === 0 && events.length === 0) return <Text role="status">{t('recall.nobody')}</Text>;
  return (
    <Stack>
      <Text role="status" fw={700} size="lg">
        {[
          t('recall.found_patients', { count: patients.length }),
          t('recall.found_sessions', { count: sessions.length }),
          t('recall.found_events', { count: events.length }),
        ].join(' · ')}
      </Text>
      <List>
        {patients.map((patient) => (
          <List.Item key={patient}>
            <Link to={`/records?patient=${encodeURIComponent(patient)}`} className="records-row">
              {patient}
            </Link>
          </List.Item>
        ))}
      </List>
      <Group className="screen-only">
        <Button variant="default" onClick={() => window.print()}>
          {t('recall.print')}
        </Button>
      </Group>
      <Room title={t('recall.sessions')}>
        <SessionsFound sessions={sessions} />
      </Room>
      {events.length > 0 && (
        <Room title={t('tab.events')}>
          <EventTable events={events} />
        </Room>
      )}
    </Stack>
  );
}

function SessionsFound({ sessions }: { sessions: readonly Schemas['TreatedSession'][] }) {
  const { t } = useTranslation('outcomes');
  const zone = useZoneName();
  const name = useNames();
  return (
    <Wide label={t('recall.sessions')}>
      <Table aria-label={t('recall.sessions')} miw={700} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('day')}</Table.Th>
            <Table.Th>{t('patient')}</Table.Th>
            <Table.Th>{t('zone')}</Table.Th>
            <Table.Th>{t('recall.lots')}</Table.Th>
            <Table.Th>{t('events.head')}</Table.Th>
            <Table.Th>{t('events.device')}</Table.Th>
            <Table.Th>{t('recall.clinician')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Td>
                <Link to={`/records/${session.id}`} className="records-row">
                  {day(session.day)}
                </Link>
              </Table.Td>
              <Table.Td>{session.patient_id}</Table.Td>
              <Table.Td>
                {session.zones.map((one) => (
                  <div key={one.zone}>
                    {zone(one.zone)}: {t('recall.zone_got', { shots: count(one.shots), volume: volume(one.delivered_nl) })}
                  </div>
                ))}
              </Table.Td>
              <Table.Td>{session.lots.map((one) => `${one.lot} (${one.product_id})`).join(', ')}</Table.Td>
              <Table.Td>{session.head_ids.join(', ')}</Table.Td>
              <Table.Td>{session.device_serial ?? '–'}</Table.Td>
              <Table.Td>{name(session.clinician_id)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
