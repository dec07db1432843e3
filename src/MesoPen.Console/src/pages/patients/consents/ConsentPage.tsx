import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, body, type Schemas } from '../../../api/client';
import { useMay } from '../../../shell/who';
import { read, useChange } from '../file/file';
import { plain } from '../file/plain';
import { useFacts } from '../file/useFacts';
import { usePatientId } from '../file/usePatientId';
import { Loaded } from '../form/Loaded';
import { ReasonDialog } from '../form/ReasonDialog';
import { Binding } from './Binding';
import { ConsentWords } from './ConsentWords';
import { Signatures } from './Signatures';
import { stateOf } from './state';

/** A consent as it lies before the patient: to what, upon which words, and the signatures. */
export function ConsentPage() {
  const { consent = '' } = useParams();
  const query = useQuery(read.consent(usePatientId(), consent));
  return <Loaded query={query}>{(view) => <Consent view={view} />}</Loaded>;
}

function Consent({ view }: { view: Schemas['ConsentView'] }) {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const { consent } = view;
  const patient = consent.binding.patient_id;
  const home = `/patients/${encodeURIComponent(patient)}/consents`;
  const { facts } = useFacts(patient);
  const [asking, setAsking] = useState(false);
  const state = facts ? stateOf(consent, facts, new Date()) : null;
  const title = facts?.plans.find((plan) => plan.id === consent.binding.plan_id)?.title ?? consent.binding.plan_id;
  const open = state === 'consent-unsigned-patient' || state === 'consent-unsigned-clinician';
  const withdraw = useChange(
    (reason: string) =>
      body(
        api.POST('/api/v1/patients/{id}/consents/{consent}/withdrawal', {
          params: { path: { id: patient, consent: consent.id } },
          body: { reason },
        }),
      ),
    () => setAsking(false),
  );
  return (
    <Stack maw={960}>
      <Title order={1}>{t('consent.to', { title, version: plain(consent.binding.plan_version) })}</Title>
      {state !== null && (
        <Alert
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
          color={state === 'counts' ? 'green' : open ? 'blue' : 'yellow'}
          variant="light"
          title={t(`consent.state.${state}`)}
          data-state={state}
        >
          {consent.withdrawn !== null && <Text>{t('withdrawn_because', { reason: consent.withdrawn })}</Text>}
          {state !== 'counts' && <Text>{t(`consent.remedy.${state}`)}</Text>}
          {state !== 'counts' && !open && state !== 'plan-ended' && (
            <Anchor component={Link} to={`${home}?plan=${encodeURIComponent(consent.binding.plan_id)}`} inline py={10}>
              {t('consent.draw_up_anew')}
            </Anchor>
          )}
        </Alert>
      )}
      <Binding consent={consent} />
      <ConsentWords text={view.text} />
      <Signatures view={view} open={open} />
      {may && consent.withdrawn === null && (
        <Group>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('consent.withdraw')}
          </Button>
        </Group>
      )}
      <ReasonDialog
        opened={asking}
        title={t('consent.withdraw')}
        text={t('consent.withdraw_text')}
        confirm={t('consent.withdraw')}
        problem={withdraw.error}
        pending={withdraw.isPending}
        onConfirm={(reason) => withdraw.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </Stack>
  );
}
