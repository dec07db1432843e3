import { Anchor, Badge, Button, Paper, Select, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../api/client';
import { count, day } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { all, part } from './useShelf';

interface Props {
  chosen: { patient: string; plan: string } | null;
  onChoose: (plan: { patient: string; plan: string } | null) => void;
}

/** Whom to treat by which plan: from those that are due, or any patient's. */
export function ChoosePlan({ chosen, onChoose }: Props) {
  const { t } = useTranslation('treat');
  if (chosen !== null)
    return (
      <Paper withBorder p="md" component="section" aria-labelledby="who-title">
        <Title order={2} size="h3" id="who-title">
          {t('start.chosen', { patient: chosen.patient, plan: chosen.plan })}
        </Title>
        <Button mt="sm" variant="default" onClick={() => onChoose(null)}>
          {t('start.other')}
        </Button>
      </Paper>
    );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="who-title">
      <Title order={2} size="h3" id="who-title">
        {t('start.who')}
      </Title>
      <Due onChoose={onChoose} />
      <AnyPatient onChoose={onChoose} />
    </Paper>
  );
}

function Due({ onChoose }: Pick<Props, 'onChoose'>) {
  const { t } = useTranslation('treat');
  const due = useInfiniteQuery({
    queryKey: ['due-sessions'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => body(api.GET('/api/v1/due-sessions', { params: { query: part(pageParam, 20) } })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = due.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Title order={3} size="h4" mt="sm">
        {t('start.due')}
      </Title>
      <ProblemAlert problem={due.error} />
      {due.isSuccess && items.length === 0 && (
        <Text>
          {t('start.none_due')}{' '}
          <Anchor component={Link} to="/patients">
            {t('start.patients')}
          </Anchor>
        </Text>
      )}
      <ul className="due">
        {items.map((series) => (
          <li key={series.plan_id}>
            <button
              type="button"
              className="zone-choice"
              onClick={() => onChoose({ patient: series.patient_id, plan: series.plan_id })}
            >
              <span className="zone-choice-name">
                {series.patient_id}: {series.title}
              </span>
              <span>
                {t('start.session_of', {
                  number: count(series.next?.number ?? series.given + 1),
                  sessions: count(series.sessions),
                })}
                {series.next ? ` · ${t('start.until', { day: day(series.next.not_after) })}` : ''}
              </span>
              {series.overdue && (
                <Badge variant="outline" color="yellow" className="plain-badge">
                  {t('start.overdue')}
                </Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
      {due.hasNextPage && (
        <Button variant="default" loading={due.isFetchingNextPage} onClick={() => void due.fetchNextPage()}>
          {t('start.more')}
        </Button>
      )}
    </>
  );
}

function AnyPatient({ onChoose }: Pick<Props, 'onChoose'>) {
  const { t } = useTranslation('treat');
  const [patient, setPatient] = useState<string | null>(null);
  const patients = useQuery({
    queryKey: ['patients', 'all'],
    queryFn: () => all((after) => body(api.GET('/api/v1/patients', { params: { query: part(after) } }))),
  });
  const plans = useQuery({
    queryKey: ['plans', 'of', patient],
    enabled: patient !== null,
    queryFn: () =>
      all((after) => body(api.GET('/api/v1/plans', { params: { query: { patient: patient ?? '', ...part(after) } } }))),
  });
  const open = (plans.data ?? []).filter((plan) => plan.ended == null);
  return (
    <>
      <Title order={3} size="h4" mt="md">
        {t('start.any')}
      </Title>
      <Select
        label={t('start.patient')}
        data={(patients.data ?? []).map(({ patient: each }) => ({ value: each.id, label: `${each.id} · ${each.initials}` }))}
        value={patient}
        onChange={setPatient}
        searchable
        nothingFoundMessage={t('start.no_patient')}
      />
      {plans.isSuccess && open.length === 0 && <Text>{t('start.no_plan')}</Text>}
      <ul className="due">
        {open.map((plan) => (
          <li key={plan.id}>
            <button type="button" className="zone-choice" onClick={() => onChoose({ patient: plan.patient_id, plan: plan.id })}>
              <span className="zone-choice-name">{plan.title}</span>
              <span>{plan.id}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
