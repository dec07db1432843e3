import { Anchor, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { CardList } from '../../parts/CardList';
import { FaultText } from '../../parts/FaultText';
import { ToldText } from '../../parts/told';
import { useEventText } from '../../parts/useEventText';
import { useParts } from '../../parts/useParts';
import { moment } from '../../quantity/quantity';
import { useMay } from '../../shell/who';
import { EventsFile } from './EventsFile';
import { type EventView, type Filter, groups, type Group as Kinds, mayHaveOlder, sessionOf, within } from './filter';
import { PriorityMark } from './PriorityMark';

/** What happened, the newest first: of the treatment, of the clinic, or alarms alone. */
export function EventsPage() {
  const { t } = useTranslation('alarms');
  const [search] = useSearchParams();
  const [filter, setFilter] = useState<Filter>({ group: '', session: search.get('session') ?? '', from: '', to: '' });
  const [session, setSession] = useState(filter.session);
  const set = (change: Partial<Filter>) => setFilter({ ...filter, ...change });
  const asked = {
    ...(filter.group === '' ? {} : { kind: filter.group }),
    ...(filter.session === '' ? {} : { session: filter.session }),
  };
  const events = useParts(['events', asked], (query) =>
    body(api.GET('/api/v1/events', { params: { query: { ...query, ...asked } } })),
  );
  const shown = {
    ...events,
    items: within(events.items, filter),
    more: mayHaveOlder(events.items, filter.from) ? events.more : undefined,
  };
  return (
    <Stack>
      <Title order={2}>{t('events')}</Title>
      <form
        aria-label={t('filter')}
        onSubmit={(event) => {
          event.preventDefault();
          set({ session: session.trim() });
        }}
      >
        <Group align="flex-end">
          <NativeSelect
            label={t('kind')}
            value={filter.group}
            onChange={(event) => set({ group: event.currentTarget.value as Kinds })}
            data={groups.map((group) => ({ value: group, label: t(`groups.${group === '' ? 'all' : group}`) }))}
          />
          <TextInput
            label={t('session')}
            value={session}
            onChange={(event) => setSession(event.currentTarget.value)}
            onBlur={() => set({ session: session.trim() })}
            autoComplete="off"
            autoCapitalize="none"
          />
          <TextInput
            type="date"
            label={t('from')}
            value={filter.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <TextInput type="date" label={t('to')} value={filter.to} onChange={(event) => set({ to: event.currentTarget.value })} />
          <Button type="submit" variant="default">
            {t('show')}
          </Button>
          <EventsFile filter={filter} />
        </Group>
      </form>
      <CardList
        label={t('events')}
        parts={shown}
        empty={shown.more === undefined ? t('nothing') : t('nothing_so_far')}
        id={(event) => `${event.stream}-${event.kind}-${event.id}`}
      >
        {(event) => <EventCard event={event} />}
      </CardList>
    </Stack>
  );
}

function EventCard({ event }: { event: EventView }) {
  const { t } = useTranslation('alarms');
  const reads = useMay('clinician', 'auditor');
  const text = useEventText();
  const session = sessionOf(event.stream);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text fw={700}>{moment(event.at)}</Text>
        {event.alarm && <PriorityMark priority={event.alarm.priority} />}
        {event.alarm && <Text>{t('number', { number: event.alarm.number })}</Text>}
      </Group>
      <Text size="lg">
        <ToldText told={text(event)} />
      </Text>
      {event.alarm && (
        <Text>
          {t('to_do')} <FaultText fault={event.alarm} part="todo" />
        </Text>
      )}
      <Text>
        {event.by === null ? t('by_itself') : t('by', { name: event.by })}
        {session !== null && reads && (
          <>
            {' · '}
            <Anchor component={Link} to={`/records/${session}`}>
              {t('of_session', { session })}
            </Anchor>
          </>
        )}
      </Text>
    </Stack>
  );
}
