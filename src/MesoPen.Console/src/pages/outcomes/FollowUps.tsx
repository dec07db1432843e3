import { Button, Group, List, Loader, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, type Schemas, versioned } from '../../api/client';
import { day } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { useNames } from '../records/reading';
import { today } from '../records/times';
import { Wide } from '../records/Wide';
import { RecordContact } from './RecordContact';
import { Withdraw } from './Withdraw';

type Which = 'now' | 'upcoming' | 'done';
const statuses: Record<Which, readonly Schemas['FollowUpStatus'][]> = {
  now: ['overdue', 'due'],
  upcoming: ['upcoming'],
  done: ['done'],
};

/** Who is to be asked how he is: the overdue first, then those of today. */
export function FollowUps() {
  const { t } = useTranslation('outcomes');
  const [which, setWhich] = useState<Which>('now');
  const [asked, ask] = useState<Schemas['FollowUpContact'] | null>(null);
  const [first, second] = statuses[which];
  const [on, setOn] = useState(today());
  const early = useContacts(first, on);
  const late = useContacts(second, on);
  const contacts = [...(early.data?.pages ?? []), ...(second ? (late.data?.pages ?? []) : [])].flatMap((page) => page.items);
  const more = [early, ...(second ? [late] : [])].find((each) => each.hasNextPage);
  return (
    <Stack>
      <Title order={1}>{t('tab.follow_up')}</Title>
      <Group align="end">
        <NativeSelect
          label={t('contacts.which')}
          value={which}
          onChange={(event) => setWhich(event.currentTarget.value as Which)}
          data={(['now', 'upcoming', 'done'] as const).map((value) => ({ value, label: t(`contacts.${value}`) }))}
        />
        <TextInput
          type="date"
          label={t('contacts.on')}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value || today())}
          required
        />
      </Group>
      <ProblemAlert problem={early.error ?? late.error} />
      {early.isPending && <Loader />}
      {early.isSuccess && contacts.length === 0 && <Text>{t(which === 'now' ? 'contacts.none_now' : 'contacts.none')}</Text>}
      {contacts.length > 0 && <ContactTable contacts={contacts} ask={ask} />}
      {more && (
        <Group>
          <Button variant="default" loading={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
            {t('more', { ns: 'common' })}
          </Button>
        </Group>
      )}
      {asked && <RecordContact contact={asked} close={() => ask(null)} />}
    </Stack>
  );
}

function useContacts(status: Schemas['FollowUpStatus'] | undefined, on: string) {
  return useInfiniteQuery({
    enabled: status !== undefined,
    queryKey: ['outcomes', 'contacts', status ?? '', on],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/follow-ups', {
          params: { query: { status: status ?? '', on, limit: 100, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

const signs: Record<Schemas['FollowUpStatus'], string> = { overdue: '⚠', due: '●', upcoming: '○', done: '✓' };

function ContactTable({
  contacts,
  ask,
}: {
  contacts: readonly Schemas['FollowUpContact'][];
  ask: (contact: Schemas['FollowUpContact']) => void;
}) {
  const { t } = useTranslation('outcomes');
  const records = useMay('clinician');
  return (
    <Wide label={t('contacts.caption')}>
      <Table aria-label={t('contacts.caption')} miw={700} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('contacts.due_day')}</Table.Th>
            <Table.Th>{t('patient')}</Table.Th>
            <Table.Th>{t('contacts.status')}</Table.Th>
            <Table.Th>{t('contacts.entries')}</Table.Th>
            <Table.Th>
              <span className="records-unseen">{t('contacts.record')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {contacts.map((contact) => (
            <Table.Tr key={`${contact.session_id} ${contact.day_after}`} data-status={contact.status}>
              <Table.Td>
                <strong>{day(contact.due_day)}</strong>
                <br />
                <Link to={`/records/${contact.session_id}`} className="records-row">
                  {t('contacts.day_after', { count: contact.day_after })}
                </Link>
              </Table.Td>
              <Table.Td>{contact.patient_id}</Table.Td>
              <Table.Td>
                <span className="session-state">
                  <span aria-hidden="true">{signs[contact.status]}</span> {t(`status_word.${contact.status}`)}
                </span>
              </Table.Td>
              <Table.Td>
                <Entries contact={contact} />
              </Table.Td>
              <Table.Td>
                {records && contact.status !== 'done' && <Button onClick={() => ask(contact)}>{t('contacts.record')}</Button>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Entries({ contact }: { contact: Schemas['FollowUpContact'] }) {
  const { t } = useTranslation('outcomes');
  const name = useNames();
  const withdraws = useMay('clinician');
  if (contact.entries.length === 0) return '–';
  return (
    <List listStyleType="none">
      {contact.entries.map(({ id, details, by }) => (
        <List.Item key={id}>
          <Stack gap={4} align="start">
            <span>
              {day(details.day)}: {t(`finding_word.${details.finding}`)} ({name(by)})
              {details.adverse_event_id && (
                <>
                  {' '}
                  <Link to={`/outcomes/events/${details.adverse_event_id}`}>{details.adverse_event_id}</Link>
                </>
              )}
              {details.note && <>. {details.note}</>}
            </span>
            {withdraws && (
              <Withdraw
                what={`${t('tab.follow_up')}, ${day(details.day)}`}
                withdraw={async (reason) => {
                  const path = { id };
                  const { etag } = await versioned(api.GET('/api/v1/follow-ups/{id}', { params: { path } }));
                  await api.POST('/api/v1/follow-ups/{id}/withdrawal', {
                    params: { path, header: { 'If-Match': etag } },
                    body: { reason },
                  });
                }}
              />
            )}
          </Stack>
        </List.Item>
      ))}
    </List>
  );
}
