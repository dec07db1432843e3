import { Button, Group, Loader, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { day } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { Wide } from '../records/Wide';
import { useZoneName } from '../records/zoneName';

type Which = 'all' | 'all_serious' | 'all_open';

/** Adverse events of the clinic. */
export function EventList() {
  const { t } = useTranslation('outcomes');
  const reports = useMay('clinician');
  const [which, setWhich] = useState<Which>('all');
  const events = useInfiniteQuery({
    queryKey: ['outcomes', 'events'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      body(api.GET('/api/v1/adverse-events', { params: { query: { limit: 500, ...(pageParam && { after: pageParam }) } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const known = events.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = known.filter(({ details }) => chosen(details, which)).reverse();
  return (
    <Stack>
      <Title order={1}>{t('tab.events')}</Title>
      <Group align="end">
        <NativeSelect
          label={t('events.filter')}
          value={which}
          onChange={(event) => setWhich(event.currentTarget.value as Which)}
          data={(['all', 'all_serious', 'all_open'] as const).map((value) => ({ value, label: t(`events.${value}`) }))}
        />
        {reports && (
          <Button component={Link} to="/outcomes/events/new">
            {t('events.new')}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={events.error} />
      {events.isPending && <Loader />}
      {events.isSuccess && known.length === 0 && <Text>{t('events.none')}</Text>}
      {shown.length > 0 && <EventTable events={shown} />}
      {events.hasNextPage && (
        <Group>
          <Button variant="default" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {t('more', { ns: 'common' })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function chosen(details: Schemas['AdverseEventDetails'], which: Which): boolean {
  if (which === 'all_serious') return details.serious;
  if (which === 'all_open')
    return details.outcome === 'ongoing' || details.outcome === 'recovering' || details.outcome === 'unknown';
  return true;
}

/** A row an event; the serious are said to be so in words. */
export function EventTable({ events }: { events: readonly Schemas['AdverseEvent'][] }) {
  const { t } = useTranslation('outcomes');
  const zone = useZoneName();
  return (
    <Wide label={t('events.caption')}>
      <Table aria-label={t('events.caption')} miw={700} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('events.onset')}</Table.Th>
            <Table.Th>{t('patient')}</Table.Th>
            <Table.Th>{t('events.description')}</Table.Th>
            <Table.Th>{t('zone')}</Table.Th>
            <Table.Th>{t('events.severity')}</Table.Th>
            <Table.Th>{t('events.outcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map(({ id, patient_id, details }) => (
            <Table.Tr key={id}>
              <Table.Td>{day(details.onset_day)}</Table.Td>
              <Table.Td>{patient_id}</Table.Td>
              <Table.Td>
                <Link to={`/outcomes/events/${id}`} className="records-row">
                  {details.description}
                </Link>
              </Table.Td>
              <Table.Td>{details.zone ? zone(details.zone) : t('no_zone')}</Table.Td>
              <Table.Td>
                {t(`severity_word.${details.severity}`)}
                {details.serious && (
                  <>
                    {' '}
                    <span className="session-state">
                      <span aria-hidden="true">⚠</span> {t('events.serious')}
                    </span>
                  </>
                )}
              </Table.Td>
              <Table.Td>{t(`event_outcome.${details.outcome}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
