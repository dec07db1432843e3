import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useMay } from '../../../shell/who';
import { calibrationChanged } from '../bench';
import { Steps } from '../Steps';
import { type BeginDraft, begun, emptyDraft, pointsAsked, stated, wrongOf } from './draft';
import { NeedFields } from './NeedFields';
import { PointFields } from './PointFields';
import { Proposal } from './Proposal';
import { TermFields } from './TermFields';

/** The first two steps of a routine: what it takes, and how it is to be done; with what the planner makes of it. */
export function BeginPage() {
  const { t } = useTranslation('calibration');
  const go = useNavigate();
  const works = useMay('engineer');
  const [draft, setDraft] = useState<BeginDraft>(emptyDraft);
  const [at, setAt] = useState<'need' | 'prepare'>('need');
  const [tried, setTried] = useState(false);
  const change = (part: Partial<BeginDraft>) => setDraft((before) => ({ ...before, ...part }));
  const points = pointsAsked(draft);
  const asked = { kind: draft.kind, model: draft.model, references: draft.references, points: points?.length ? points : null };
  const plan = useQuery({
    queryKey: ['calibration-plan', asked],
    queryFn: () => body(api.POST('/api/v1/calibrations/plan', { body: asked })),
    enabled: draft.model !== '' && points !== null,
    placeholderData: (before) => before,
    retry: false,
  });
  const beginning = useMutation({
    mutationFn: () => body(api.POST('/api/v1/calibrations', { body: begun(draft) })),
    onSuccess: async (run) => {
      await calibrationChanged();
      await go(`/calibration/runs/${run.calibration_id}`);
    },
  });
  if (!works) return <Text>{t('begin.engineer')}</Text>;
  const wrong = wrongOf(draft);
  const needs = (['device', 'instrument'] as const).some((each) => wrong.has(each));
  return (
    <Stack maw={1100}>
      <Title order={2}>{t('begin.title')}</Title>
      <Steps at={at} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (at === 'need' && !needs) {
            // What nobody states a tolerance for is begun with a field for it.
            const open = plan.data?.points.filter((each) => each.tolerance === 0) ?? [];
            if (draft.points.length === 0 && open.length > 0) change({ points: open.map((each) => stated(draft.kind, each)) });
            setAt('prepare');
            setTried(false);
          } else if (at === 'prepare' && wrong.size === 0) beginning.mutate();
        }}
      >
        <Stack>
          {at === 'need' ? (
            <NeedFields draft={draft} change={change} wrong={tried ? wrong : new Set()} needed={plan.data?.needed_roles ?? []} />
          ) : (
            <>
              <PointFields draft={draft} change={change} wrong={tried && wrong.has('points')} />
              <ProblemAlert problem={plan.error} />
              {points === null && <Text>{t('plan.unread')}</Text>}
              {plan.data && points !== null && <Proposal kind={draft.kind} plan={plan.data} />}
              <TermFields draft={draft} change={change} wrong={tried ? wrong : new Set()} />
              <section aria-label={t('begin.before')}>
                <Title order={3}>{t('begin.before')}</Title>
                <List>
                  {(['off_skin', 'routine', 'rest'] as const).map((each) => (
                    <List.Item key={each}>
                      {t(each === 'routine' ? `begin.prepare.${draft.kind}` : `begin.prepare.${each}`)}
                    </List.Item>
                  ))}
                </List>
              </section>
            </>
          )}
          {tried && wrong.size > 0 && <Text role="alert">{t('begin.incomplete')}</Text>}
          <ProblemAlert problem={beginning.error} />
          <Group>
            {at === 'prepare' ? (
              <>
                <Button variant="default" onClick={() => setAt('need')}>
                  {t('back', { ns: 'common' })}
                </Button>
                <Button type="submit" loading={beginning.isPending}>
                  {t('begin.begin')}
                </Button>
              </>
            ) : (
              <>
                <Button component={Link} to="/calibration/runs" variant="default">
                  {t('cancel', { ns: 'common' })}
                </Button>
                <Button type="submit">{t('next', { ns: 'common' })}</Button>
              </>
            )}
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
