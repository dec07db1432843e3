import { Button, Group, NativeSelect, Paper, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { todayHere, useChange } from '../file/file';
import { useNames } from '../file/useNames';
import { UnsavedGuard } from '../form/UnsavedGuard';
import { ZoneChoice } from '../form/ZoneChoice';

const kinds = [
  'peel',
  'laser',
  'light',
  'microneedling',
  'filler',
  'platelet-rich-plasma',
  'dermabrasion',
  'mesotherapy',
  'vaccination',
  'other',
] as const satisfies readonly Schemas['OtherTreatmentKind'][];
const empty = { kind: '', day: '', zones: [] as string[], note: '' };

/** Enters another treatment that the patient had. */
export function OtherTreatmentForm({ patient, onDone }: { patient: string; onDone: () => void }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [draft, setDraft] = useState(empty);
  const change = (more: Partial<typeof empty>) => setDraft({ ...draft, ...more });
  const save = useChange(() => {
    const note = draft.note.trim();
    return body(
      api.POST('/api/v1/patients/{id}/other-treatments', {
        params: { path: { id: patient } },
        body: {
          kind: draft.kind as Schemas['OtherTreatmentKind'],
          day: draft.day,
          zones: draft.zones,
          ...(note === '' ? {} : { note }),
        },
      }),
    );
  }, onDone);
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <UnsavedGuard dirty={!save.isSuccess && draft !== empty} />
      <Stack>
        <Title order={2}>{t('other.new')}</Title>
        <NativeSelect
          label={t('other.kind')}
          value={draft.kind}
          onChange={(event) => change({ kind: event.currentTarget.value })}
          data={[
            { value: '', label: t('field.choose'), disabled: true },
            ...kinds.map((value) => ({ value, label: names.kind(value) })),
          ]}
          required
        />
        <TextInput
          type="date"
          label={t('other.day')}
          value={draft.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
          max={todayHere()}
          required
        />
        <ZoneChoice
          label={t('other.where')}
          description={t('other.where_help')}
          value={draft.zones}
          onChange={(zones) => change({ zones })}
        />
        <Textarea
          label={t('other.note')}
          description={t('other.note_help')}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          maxLength={4000}
          required={draft.kind === 'other'}
        />
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
