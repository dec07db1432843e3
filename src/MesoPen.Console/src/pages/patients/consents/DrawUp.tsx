import { Anchor, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, body } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { consentOf, type Facts } from '../file/blocks';
import { read, useChange } from '../file/file';

/** Draws up a consent to the newest version of a plan, upon a text. */
export function DrawUp({ patient, facts }: { patient: string; facts: Facts }) {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const texts = useQuery(read.texts());
  const plans = facts.plans.filter((each) => (each.ended ?? null) === null);
  const [plan, setPlan] = useState(query.get('plan') ?? plans[0]?.id ?? '');
  const [text, setText] = useState('');
  const home = `/patients/${encodeURIComponent(patient)}`;
  const chosen = plans.some((each) => each.id === plan) ? plan : (plans[0]?.id ?? '');
  const earlier = consentOf(facts.consents, chosen);
  const drawUp = useChange(
    () =>
      body(
        api.POST('/api/v1/patients/{id}/consents', {
          params: { path: { id: patient } },
          body: { plan_id: chosen, ...(text === '' ? {} : { text_id: text }) },
        }),
      ),
    (made) => navigate(`${home}/consents/${made.consent.id}`),
  );
  if (plans.length === 0) {
    return (
      <Text>
        {t('consent.no_plan')}{' '}
        <Anchor component={Link} to={`${home}/plans`}>
          {t('overview.to_plans')}
        </Anchor>
      </Text>
    );
  }
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      onSubmit={(event) => {
        event.preventDefault();
        drawUp.mutate(undefined);
      }}
    >
      <Stack>
        <Title order={2}>{t('consent.draw_up')}</Title>
        <NativeSelect
          label={t('consent.plan')}
          value={chosen}
          onChange={(event) => setPlan(event.currentTarget.value)}
          data={plans.map((each) => ({ value: each.id, label: `${each.title} (${each.id})` }))}
        />
        <NativeSelect
          label={t('consent.which_text')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data={[
            { value: '', label: t('consent.usual_text') },
            ...(texts.data ?? []).map((each) => ({ value: each.id, label: `${each.title} (${each.language}, ${each.id})` })),
          ]}
        />
        <Text>{t('consent.binds')}</Text>
        {earlier !== undefined && <Text fw={700}>{t('consent.ends_earlier')}</Text>}
        <ProblemAlert problem={texts.error} />
        <ProblemAlert problem={drawUp.error} />
        <Group>
          <Button type="submit" loading={drawUp.isPending}>
            {t('consent.draw_up')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
