import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body, versioned } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { type Patient, read, useChange } from './file/file';
import { usePatientId } from './file/usePatientId';
import { Loaded } from './form/Loaded';
import { Moved } from './form/Moved';
import { UnsavedGuard } from './form/UnsavedGuard';
import { useBase, type Versioned } from './form/useBase';
import { asked, type PatientDraft, PatientFields } from './PatientFields';

/** Puts right what is known of a patient, with the reason. */
export function CorrectPatient() {
  const { t } = useTranslation('patients');
  const patient = useQuery(read.patient(usePatientId()));
  return (
    <Stack maw={720}>
      <Title order={1}>{t('correct.title')}</Title>
      <Text>{t('correct.text')}</Text>
      <Loaded query={patient}>{(opened) => <Form opened={opened} />}</Loaded>
    </Stack>
  );
}

function Form({ opened }: { opened: Versioned<Patient> }) {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const { id } = opened.value;
  const home = `/patients/${encodeURIComponent(id)}`;
  const path = { params: { path: { id } } };
  const { changes, onError, etag } = useBase(opened, () => versioned(api.GET('/api/v1/patients/{id}', path)));
  const of = (patient: Patient): PatientDraft => ({
    initials: patient.initials,
    birth_year: String(patient.birth_year),
    sex: patient.sex,
    skin_type: String(patient.skin_type),
  });
  const [draft, setDraft] = useState(() => of(opened.value));
  const [reason, setReason] = useState('');
  const correct = useChange(
    () =>
      body(
        api.PUT('/api/v1/patients/{id}', {
          params: { path: { id }, header: etag },
          body: { ...asked(draft), reason: reason.trim() },
        }),
      ),
    () => navigate(home),
  );
  const dirty = !correct.isSuccess && (reason !== '' || JSON.stringify(draft) !== JSON.stringify(of(opened.value)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        correct.mutate(undefined, { onError });
      }}
    >
      <UnsavedGuard dirty={dirty} />
      <Stack>
        <PatientFields draft={draft} onChange={setDraft} />
        <TextInput
          label={t('reason', { ns: 'common' })}
          description={t('reason_help', { ns: 'common' })}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          required
        />
        <Moved changes={changes} />
        <ProblemAlert problem={correct.error} />
        <Group>
          <Button type="submit" loading={correct.isPending}>
            {t('correct.save')}
          </Button>
          <Button variant="default" component={Link} to={home}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
