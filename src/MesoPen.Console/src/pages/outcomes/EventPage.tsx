import { Alert, Anchor, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type Schemas, versioned } from '../../api/client';
import { count, day, moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { Facts } from '../records/Facts';
import { useNames } from '../records/reading';
import { useZoneName } from '../records/zoneName';
import { CorrectEvent } from './CorrectEvent';

/** An adverse event as it is known, with the way to the session and to the very shots. */
export function EventPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('outcomes');
  const corrects = useMay('clinician');
  const [correcting, setCorrecting] = useState(false);
  const event = useQuery({
    queryKey: ['outcomes', 'event', id],
    queryFn: () => versioned(api.GET('/api/v1/adverse-events/{id}', { params: { path: { id } } })),
  });
  return (
    <Stack>
      <Anchor component={Link} to="/outcomes/events" className="records-row screen-only">
        ← {t('events.back')}
      </Anchor>
      <Title order={1}>{t('events.one', { id })}</Title>
      <ProblemAlert problem={event.error} />
      {event.isPending && <Loader />}
      {event.data &&
        (correcting ? (
          <CorrectEvent known={event.data.value} etag={event.data.etag} done={() => setCorrecting(false)} />
        ) : (
          <>
            <Known event={event.data.value} />
            {corrects && (
              <Group className="screen-only">
                <Button onClick={() => setCorrecting(true)}>{t('correct')}</Button>
              </Group>
            )}
          </>
        ))}
    </Stack>
  );
}

function Known({ event }: { event: Schemas['AdverseEvent'] }) {
  const { t } = useTranslation('outcomes');
  const name = useNames();
  const zone = useZoneName();
  const { details } = event;
  const { session_id: session, first_shot: first, last_shot: last } = details;
  return (
    <>
      {details.serious && (
        <Alert color="red" title={t('events.serious')}>
          <Text>{t('events.serious_help')}</Text>
        </Alert>
      )}
      <Text size="lg" fw={600}>
        {details.description}
      </Text>
      <Facts
        facts={[
          [t('patient'), event.patient_id],
          [t('events.onset'), day(details.onset_day)],
          [t('events.serious'), t(details.serious ? 'yes' : 'no', { ns: 'common' })],
          [t('events.severity'), t(`severity_word.${details.severity}`)],
          [t('events.relation'), t(`relation_word.${details.relation}`)],
          [t('events.outcome'), t(`event_outcome.${details.outcome}`)],
          [t('events.resolved_day'), details.resolved_day && day(details.resolved_day)],
          [t('zone'), details.zone ? zone(details.zone) : t('no_zone')],
          [
            t('session'),
            session ? (
              <Link key="session" to={`/records/${session}`} className="records-row">
                {t('open_record')}
              </Link>
            ) : (
              t('no_session')
            ),
          ],
          [
            t('events.shots'),
            session && first !== null && first !== undefined && last !== null && last !== undefined ? (
              <span key="shots">
                {t('events.shots_of', { first: count(first), last: count(last) })}{' '}
                <Link to={`/records/${session}?shots=${first}-${last}`} className="records-row">
                  {t('events.show_shots')}
                </Link>
              </span>
            ) : null,
          ],
          [t('events.product'), details.product_id],
          [t('events.lot'), details.lot],
          [t('events.head'), details.head_id],
          [t('events.device'), details.device_serial],
          [t('events.reported'), `${name(event.reported_by)}, ${moment(event.reported_at)}`],
          [t('events.updated'), event.updated_at === event.reported_at ? null : moment(event.updated_at)],
        ]}
      />
    </>
  );
}
