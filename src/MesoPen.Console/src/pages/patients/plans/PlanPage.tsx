import { Alert, Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, body, versioned } from '../../../api/client';
import { day, moment } from '../../../quantity/quantity';
import { useMay } from '../../../shell/who';
import { newest, type Plan, read, useChange } from '../file/file';
import { plain } from '../file/plain';
import { usePatientId } from '../file/usePatientId';
import { Loaded } from '../form/Loaded';
import { ReasonDialog } from '../form/ReasonDialog';
import { useBase, type Versioned } from '../form/useBase';
import { Content } from './Content';
import { Schedule } from './Schedule';
import { StartTreatment } from './StartTreatment';

/** A patient's plan: what it says now, its sessions, its versions. */
export function PlanPage() {
  const { plan = '' } = useParams();
  const query = useQuery(read.plan(usePatientId(), plan));
  return <Loaded query={query}>{(opened) => <View opened={opened} />}</Loaded>;
}

function View({ opened }: { opened: Versioned<Plan> }) {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const plan = opened.value;
  const ended = plan.ended ?? null;
  const home = `/patients/${encodeURIComponent(plan.patient_id)}`;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{plan.title}</Title>
        <StartTreatment plan={plan} />
      </Group>
      <Text>{t('plan.id_version', { id: plan.id, version: plain(newest(plan.versions).version) })}</Text>
      {ended !== null && (
        <Alert styles={{ title: { color: 'var(--mantine-color-text)' } }} color="gray" variant="light" title={t('plan.ended')}>
          {t('plan.ended_because', { reason: ended })}
        </Alert>
      )}
      {may && ended === null && (
        <Group>
          <Button variant="default" component={Link} to={`/protocols/plans/${encodeURIComponent(plan.id)}`}>
            {t('plan.change')}
          </Button>
          <Button variant="default" component={Link} to={`${home}/consents?plan=${encodeURIComponent(plan.id)}`}>
            {t('consent.draw_up')}
          </Button>
          <End opened={opened} />
        </Group>
      )}
      <Content version={newest(plan.versions)} />
      <Schedule patient={plan.patient_id} plan={plan.id} />
      <Stack component="section" aria-labelledby="versions" gap="xs">
        <Title order={2} id="versions">
          {t('plan.versions')}
        </Title>
        <List>
          {plan.versions.toReversed().map((each) => (
            <List.Item key={each.version}>
              {t('plan.version', { version: plain(each.version), at: moment(each.at), by: each.by })}
            </List.Item>
          ))}
        </List>
        <Text>
          {t('plan.from', { protocol: plan.protocol_id, version: plain(plan.protocol_version) })}{' '}
          {t('plan.starts', { day: day(plan.starts_on) })}
        </Text>
        <Anchor component={Link} to={`${home}/plans`} inline py={10}>
          {t('plan.all')}
        </Anchor>
      </Stack>
    </Stack>
  );
}

/** Ends a series before its last session. */
function End({ opened }: { opened: Versioned<Plan> }) {
  const { t } = useTranslation('patients');
  const [asking, setAsking] = useState(false);
  const path = { id: opened.value.id };
  const { changes, onError, etag } = useBase(opened, () => versioned(api.GET('/api/v1/plans/{id}', { params: { path } })));
  const end = useChange(
    (reason: string) => body(api.POST('/api/v1/plans/{id}/end', { params: { path, header: etag }, body: { reason } })),
    () => setAsking(false),
  );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('plan.end')}
      </Button>
      <ReasonDialog
        opened={asking}
        title={t('plan.end')}
        text={t('plan.end_text')}
        confirm={t('plan.end')}
        problem={end.error}
        pending={end.isPending}
        changes={changes}
        onConfirm={(reason) => end.mutate(reason, { onError })}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
