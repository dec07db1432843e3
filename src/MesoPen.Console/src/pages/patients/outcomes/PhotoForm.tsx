import { Button, FileInput, Group, NativeSelect, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { todayHere, useChange } from '../file/file';
import { useZones } from '../file/useZones';
import { UnsavedGuard } from '../form/UnsavedGuard';
import { SessionField } from './SessionField';

/** SHA-256 of a file, in lower-case hexadecimal digits. The file is read here and sent nowhere. */
async function sha256(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((each) => each.toString(16).padStart(2, '0')).join('');
}

/** Enters where a photograph is kept, with the hash of its file. */
export function PhotoForm({ patient, onDone }: { patient: string; onDone: () => void }) {
  const { t } = useTranslation('patients');
  const zones = useZones();
  const [first] = useState(() => ({ zone: '', day: todayHere(), reference: '', sha256: '', session: '' }));
  const [draft, setDraft] = useState(first);
  const change = (more: Partial<typeof first>) => setDraft((now) => ({ ...now, ...more }));
  const save = useChange(() => {
    const { session, ...details } = draft;
    return body(
      api.POST('/api/v1/patients/{id}/photos', {
        params: { path: { id: patient } },
        body: { ...details, session_id: session === '' ? null : session },
      }),
    );
  }, onDone);
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      maw={960}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <UnsavedGuard dirty={!save.isSuccess && draft !== first} />
      <Stack>
        <Title order={3}>{t('photo.new')}</Title>
        <Group grow align="flex-start">
          <NativeSelect
            label={t('outcome.zone')}
            value={draft.zone}
            onChange={(event) => change({ zone: event.currentTarget.value })}
            data={[
              { value: '', label: t('field.choose'), disabled: true },
              ...zones.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            required
          />
          <TextInput
            type="date"
            label={t('outcome.day')}
            value={draft.day}
            onChange={(event) => change({ day: event.currentTarget.value })}
            required
          />
        </Group>
        <TextInput
          label={t('photo.reference')}
          description={t('photo.reference_help')}
          value={draft.reference}
          onChange={(event) => change({ reference: event.currentTarget.value })}
          maxLength={200}
          required
        />
        <FileInput
          label={t('photo.file')}
          description={t('photo.file_help')}
          accept="image/*"
          placeholder={t('photo.file_choose')}
          onChange={async (file) => change({ sha256: file === null ? '' : await sha256(file) })}
        />
        <TextInput
          label="SHA-256"
          value={draft.sha256}
          onChange={(event) => change({ sha256: event.currentTarget.value.trim().toLowerCase() })}
          maxLength={64}
          required
        />
        <SessionField patient={patient} value={draft.session} onChange={(session) => change({ session })} />
        <ProblemAlert problem={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('save', { ns: 'common' })}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
