import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { read, type SeriesOverview } from './file/file';
import { SeriesBadge } from './SeriesBadge';

const partSize = 10;

function useSeries(overdue: boolean) {
  return useInfiniteQuery({
    queryKey: ['patients', 'due', overdue],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/due-sessions', {
          params: { query: { overdue, limit: partSize, ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Series with a session that is overdue, then those with one that is due. */
export function DueSessions() {
  const { t } = useTranslation('patients');
  const overdue = useSeries(true);
  const due = useSeries(false);
  const late = overdue.data?.pages.flatMap((part) => part.items) ?? [];
  // What is overdue is due as well: it stands in its own list, once.
  const now = (due.data?.pages.flatMap((part) => part.items) ?? []).filter((each) => !each.overdue);
  return (
    <>
      <ProblemAlert problem={overdue.error ?? due.error} />
      <Part title={t('list.overdue')} series={late} parts={overdue} none={null} />
      <Part
        title={t('list.due')}
        series={now}
        parts={due}
        none={due.isSuccess && late.length === 0 ? t('list.none_due') : null}
      />
    </>
  );
}

interface PartProps {
  title: string;
  series: readonly SeriesOverview[];
  parts: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  none: string | null;
}

function Part({ title, series, parts, none }: PartProps) {
  const { t } = useTranslation();
  if (series.length === 0 && !parts.hasNextPage && none === null) return null;
  return (
    <Stack component="section" aria-label={title} gap="xs">
      <Title order={2}>{title}</Title>
      {series.length === 0 && none !== null && <Text>{none}</Text>}
      {series.map((each) => (
        <Line key={each.plan_id} series={each} />
      ))}
      {parts.hasNextPage && (
        <Button variant="default" loading={parts.isFetchingNextPage} onClick={() => parts.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Stack>
  );
}

function Line({ series }: { series: SeriesOverview }) {
  const patient = useQuery(read.patient(series.patient_id));
  return (
    <Paper
      component={Link}
      to={`/patients/${encodeURIComponent(series.patient_id)}`}
      withBorder
      p="sm"
      c="var(--mantine-color-text)"
      td="none"
      mih={44}
    >
      <Group gap="md">
        <Text fw={700} size="lg">
          {series.patient_id}
        </Text>
        <Text size="lg">{patient.data?.value.initials}</Text>
        <SeriesBadge series={series} />
      </Group>
    </Paper>
  );
}
