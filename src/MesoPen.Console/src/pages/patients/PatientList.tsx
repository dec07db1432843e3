import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { DueSessions } from './DueSessions';
import { read } from './file/file';
import { matches } from './file/matches';
import { PatientLine } from './PatientLine';

const partSize = 50;

/** Every patient: who is due first, and a search by id and initials. */
export function PatientList() {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const [sought, setSought] = useState('');
  const words = useDeferredValue(sought.trim());
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{t('list.title')}</Title>
        {may && (
          <Button component={Link} to="/patients/_new">
            {t('new.title')}
          </Button>
        )}
      </Group>
      <TextInput
        type="search"
        label={t('list.search')}
        description={t('list.search_help')}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        autoComplete="off"
        maw={480}
      />
      {words === '' ? (
        <>
          <DueSessions />
          <All />
        </>
      ) : (
        <Found words={words} />
      )}
    </Stack>
  );
}

/** Who answers to the words that are sought, among all patients. */
function Found({ words }: { words: string }) {
  const { t } = useTranslation('patients');
  const [shown, setShown] = useState(partSize);
  const everybody = useQuery(read.everybody());
  const found = (everybody.data ?? []).filter((each) => matches(each.patient, words));
  return (
    <Stack component="section" aria-label={t('list.found')}>
      <Text role="status">
        {everybody.data === undefined ? t('loading', { ns: 'common' }) : t('list.found_count', { count: found.length })}
      </Text>
      <ProblemAlert problem={everybody.error} />
      {found.slice(0, shown).map((each) => (
        <PatientLine key={each.patient.id} {...each} />
      ))}
      {found.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + partSize)}>
          {t('more', { ns: 'common' })}
        </Button>
      )}
    </Stack>
  );
}

/** All patients by id, in parts. */
function All() {
  const { t } = useTranslation('patients');
  const parts = useInfiniteQuery({
    queryKey: ['patients', 'in-parts'],
    queryFn: ({ pageParam }) =>
      body(api.GET('/api/v1/patients', { params: { query: { limit: partSize, ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const all = parts.data?.pages.flatMap((part) => part.items);
  return (
    <Stack component="section" aria-labelledby="everybody">
      <Title order={2} id="everybody">
        {t('list.everybody')}
      </Title>
      <ProblemAlert problem={parts.error} />
      {all?.length === 0 && <Text>{t('list.nobody')}</Text>}
      {all?.map((each) => (
        <PatientLine key={each.patient.id} {...each} />
      ))}
      {parts.hasNextPage && (
        <Button variant="default" loading={parts.isFetchingNextPage} onClick={() => parts.fetchNextPage()}>
          {t('more', { ns: 'common' })}
        </Button>
      )}
    </Stack>
  );
}
