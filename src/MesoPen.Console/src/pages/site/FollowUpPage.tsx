import { Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas, versioned } from '../../api/client';
import { Facts } from '../../parts/Facts';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { siteChanged } from './site';

/** When patients are asked how they are after a session. */
export function FollowUpPage() {
  const { t } = useTranslation('site');
  const may = useMay('administrator');
  const read = useQuery({
    queryKey: ['site', 'follow-up'],
    queryFn: () => versioned(api.GET('/api/v1/site/follow-up-schedule')),
  });
  if (read.error) return <ProblemAlert problem={read.error} />;
  if (read.data === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  const schedule = read.data.value;
  return (
    <Stack maw={640}>
      <Title order={2}>{t('follow_up')}</Title>
      <Text>{t('follow_up_help')}</Text>
      {may ? (
        <ScheduleForm key={read.data.etag} schedule={schedule} etag={read.data.etag} />
      ) : (
        <Facts
          of={[
            [t('days_after'), schedule.days_after.join(', ') || t('not_stated')],
            [t('grace_days'), t('days', { count: schedule.grace_days })],
          ]}
        />
      )}
    </Stack>
  );
}

function ScheduleForm({ schedule, etag }: { schedule: Schemas['FollowUpSchedule']; etag: string }) {
  const { t } = useTranslation('site');
  const [days, setDays] = useState(schedule.days_after.join(', '));
  const [grace, setGrace] = useState(String(schedule.grace_days));
  const list = days.split(/[\s,;]+/).filter((each) => each !== '');
  const fits = list.every((each) => /^\d{1,4}$/.test(each)) && /^\d{1,4}$/.test(grace.trim());
  const saving = useMutation({
    mutationFn: () =>
      api.PUT('/api/v1/site/follow-up-schedule', {
        params: { header: { 'If-Match': etag } },
        body: { days_after: list.map(Number), grace_days: Number(grace) },
      }),
    onSettled: siteChanged,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) saving.mutate();
      }}
    >
      <Stack>
        <TextInput
          label={t('days_after')}
          description={t('days_after_help')}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          error={fits ? undefined : t('days_after_wrong')}
          autoComplete="off"
        />
        <TextInput
          label={t('grace_days')}
          description={t('grace_help')}
          value={grace}
          onChange={(event) => setGrace(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <ProblemAlert problem={saving.error} />
        <div role="status">{saving.isSuccess && <Text fw={700}>✓ {t('saved', { ns: 'common' })}</Text>}</div>
        <Group justify="flex-end">
          <Button type="submit" loading={saving.isPending} disabled={!fits}>
            {t('save', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
