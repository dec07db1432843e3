import { Anchor, Button, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day, moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { read } from './file/file';
import { plain } from './file/plain';
import { timeline } from './file/timeline';
import { useNames } from './file/useNames';

const partSize = 15;

/** What was done with a patient, newest first. */
export function Timeline({ id }: { id: string }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [shown, setShown] = useState(partSize);
  const sessions = useQuery(read.sessions(id));
  const screenings = useQuery(read.screenings(id));
  const assessments = useQuery(read.assessments(id));
  const consents = useQuery(read.consents(id));
  const others = useQuery(read.others(id));
  const plans = useQuery(read.plans(id));
  const events = useQuery(read.events(id));
  const asked = [sessions, screenings, assessments, consents, others, plans, events];
  const all = timeline({
    home: `/patients/${encodeURIComponent(id)}`,
    sessions: sessions.data ?? [],
    screenings: screenings.data ?? [],
    assessments: assessments.data ?? [],
    consents: consents.data ?? [],
    others: others.data ?? [],
    plans: plans.data ?? [],
    events: events.data ?? [],
  });
  const loaded = asked.every((each) => each.data !== undefined);
  return (
    <Stack component="section" aria-labelledby="timeline">
      <Title order={2} id="timeline">
        {t('timeline.title')}
      </Title>
      <ProblemAlert problem={asked.find((each) => each.error !== null)?.error ?? null} />
      {loaded && all.length === 0 && <Text>{t('timeline.none')}</Text>}
      {loaded && (
        <List listStyleType="none" spacing={0}>
          {all.slice(0, shown).map((each) => (
            <List.Item key={`${each.what} ${each.at} ${each.to} ${each.version}`}>
              <Text component="span" c="dimmed" mr="sm">
                {each.dayOnly ? day(each.at) : moment(each.at)}
              </Text>
              <Anchor component={Link} to={each.to} inline py={11} display="inline-block">
                {t(`timeline.${each.what}`, {
                  name: each.what === 'other' ? names.kind(each.name) : each.name,
                  version: plain(each.version),
                })}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      {loaded && all.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + partSize)}>
          {t('more', { ns: 'common' })}
        </Button>
      )}
    </Stack>
  );
}
