import { Button, Group, Loader, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { everyPart, usePatients, useSessions } from './reading';
import { SessionTable } from './SessionTable';

/** The sessions of the clinic, newest first; those of a patient or a plan if asked so. */
export function SessionList() {
  const { t } = useTranslation('records');
  const [asked, ask] = useSearchParams();
  const patient = asked.get('patient') ?? undefined;
  const plan = asked.get('plan') ?? undefined;
  const sessions = useSessions({ patient, plan });
  const patients = usePatients();
  const plans = usePlansOf(patient);
  const found = sessions.data?.pages.flat() ?? [];
  const filter = (name: 'patient' | 'plan', value: string | null) =>
    ask((now) => {
      if (name === 'patient') now.delete('plan');
      if (value === null) now.delete(name);
      else now.set(name, value);
      return now;
    });
  return (
    <Stack className="records">
      <Title order={1}>{t('title')}</Title>
      <Group align="end" component="search">
        <Select
          label={t('patient')}
          placeholder={t('all_patients')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('all_patients') }}
          w={{ base: '100%', xs: 300 }}
          value={patient ?? null}
          onChange={(value) => filter('patient', value)}
          data={(patients.data ?? []).map(({ patient: one }) => ({ value: one.id, label: `${one.id} · ${one.initials}` }))}
        />
        <Select
          label={t('plan')}
          placeholder={t('all_plans')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('all_plans') }}
          w={{ base: '100%', xs: 300 }}
          value={plan ?? null}
          onChange={(value) => filter('plan', value)}
          data={(plans.data ?? []).map((one) => ({ value: one.id, label: `${one.title} (${one.id})` }))}
        />
      </Group>
      {!patient && !plan && <Text>{t('filter_help')}</Text>}
      <ProblemAlert problem={sessions.error} />
      {sessions.isPending && <Loader />}
      {found.length > 0 && <SessionTable sessions={found} />}
      {sessions.isSuccess && found.length === 0 && <Text>{t(sessions.hasNextPage ? 'empty_stretch' : 'empty')}</Text>}
      {sessions.hasNextPage && (
        <Group>
          <Button variant="default" loading={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>
            {t('earlier')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function usePlansOf(patient: string | undefined) {
  return useQuery({
    queryKey: ['records', 'plans of', patient ?? ''],
    queryFn: () =>
      everyPart<Schemas['Plan']>((after) =>
        body(
          api.GET('/api/v1/plans', {
            params: { query: { limit: 500, ...(patient && { patient }), ...(after && { after }) } },
          }),
        ),
      ),
  });
}
