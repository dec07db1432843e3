import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { useChange } from './file/file';
import { UnsavedGuard } from './form/UnsavedGuard';
import { asked, type PatientDraft, PatientFields } from './PatientFields';

const empty: PatientDraft = { initials: '', birth_year: '', sex: 'unknown', skin_type: '' };

/** Registers a patient. */
export function NewPatient() {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const may = useMay('clinician');
  const [id, setId] = useState('');
  const [draft, setDraft] = useState(empty);
  const register = useChange(
    () => body(api.POST('/api/v1/patients', { body: { patient_id: id.trim(), ...asked(draft) } })),
    (made) => navigate(`/patients/${encodeURIComponent(made.id)}`),
  );
  const dirty = !register.isSuccess && (id !== '' || draft !== empty);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate(undefined);
      }}
    >
      <UnsavedGuard dirty={dirty} />
      <Stack maw={720}>
        <Title order={1}>{t('new.title')}</Title>
        <Text>{t('new.text')}</Text>
        <TextInput
          label={t('field.id')}
          description={t('field.id_help')}
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
          maxLength={32}
          autoComplete="off"
          autoCapitalize="characters"
          required
        />
        <PatientFields draft={draft} onChange={setDraft} />
        <ProblemAlert problem={register.error} />
        <Group>
          <Button type="submit" loading={register.isPending} disabled={!may}>
            {t('new.save')}
          </Button>
          <Button variant="default" component={Link} to="/patients">
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
