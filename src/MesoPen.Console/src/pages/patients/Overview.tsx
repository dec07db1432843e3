import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { newest, type Plan, type PlanSchedule } from './file/file';
import { plain } from './file/plain';
import { useFacts } from './file/useFacts';
import { usePatientId } from './file/usePatientId';
import { StartTreatment } from './plans/StartTreatment';
import { Timeline } from './Timeline';

/** A patient at a glance: where each series stands, what is due when, and what was done. */
export function Overview() {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const id = usePatientId();
  const home = `/patients/${encodeURIComponent(id)}`;
  const { facts, error } = useFacts(id);
  const active = facts?.plans.filter((plan) => (plan.ended ?? null) === null) ?? [];
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{t('overview.title', { id })}</Title>
        {may && (
          <Button component={Link} to={`${home}/correct`} variant="default">
            {t('correct.title')}
          </Button>
        )}
      </Group>
      <Stack component="section" aria-labelledby="series">
        <Title order={2} id="series">
          {t('overview.series')}
        </Title>
        <ProblemAlert problem={error} />
        {facts && active.length === 0 && (
          <Text>
            {t('overview.no_series')}{' '}
            <Anchor component={Link} to={`${home}/plans`} inline>
              {t('overview.to_plans')}
            </Anchor>
          </Text>
        )}
        {active.map((plan) => (
          <Series key={plan.id} plan={plan} schedule={facts?.schedules[plan.id]} home={home} />
        ))}
      </Stack>
      <Timeline id={id} />
    </Stack>
  );
}

function Series({ plan, schedule, home }: { plan: Plan; schedule: PlanSchedule | undefined; home: string }) {
  const { t } = useTranslation('patients');
  const { course } = newest(plan.versions);
  return (
    <Paper withBorder p="md" component="article" aria-label={plan.title}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Anchor component={Link} to={`${home}/plans/${encodeURIComponent(plan.id)}`} size="lg" fw={700}>
            {plan.title}
          </Anchor>
          <Text>{t('overview.given', { given: plain(schedule?.given.length ?? 0), sessions: plain(course.sessions) })}</Text>
          {schedule?.due.map((due) => (
            <Text key={due.number}>
              {t(due.maintenance ? 'overview.maintenance' : 'overview.session', {
                number: plain(due.number),
                from: day(due.not_before),
                until: day(due.not_after),
              })}
            </Text>
          ))}
          {schedule?.due.length === 0 && <Text>{t('series.complete')}</Text>}
        </Stack>
        <StartTreatment plan={plan} />
      </Group>
    </Paper>
  );
}
