import { Button, Group, NativeSelect, Paper, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas, versioned } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { type Outcome, todayHere, useChange } from '../file/file';
import { useZones } from '../file/useZones';
import { Moved } from '../form/Moved';
import { UnsavedGuard } from '../form/UnsavedGuard';
import { useBase } from '../form/useBase';
import { detailsOf, draftOf, type OutcomeDraft } from './draft';
import { units } from './measured';
import { SessionField } from './SessionField';

const measures = ['score', 'hydration', 'elasticity', 'pigmentation'] as const satisfies readonly Schemas['Measure'][];

interface Props {
  patient: string;
  /** The entry that is put right; null for a new one. */
  corrects: Outcome | null;
  onDone: () => void;
}

/** Enters a measured value or a score, as it was read, or puts one right. */
export function OutcomeForm({ patient, corrects, onDone }: Props) {
  const { t } = useTranslation('patients');
  const zones = useZones();
  const [first] = useState(() => draftOf(corrects, todayHere()));
  const [draft, setDraft] = useState(first);
  const change = (more: Partial<OutcomeDraft>) => setDraft({ ...draft, ...more });
  const path = { id: corrects?.id ?? '' };
  const { changes, onError, etag } = useBase(corrects && { value: corrects, etag: `"${corrects.version}"` }, () =>
    versioned(api.GET('/api/v1/outcomes/{id}', { params: { path } })),
  );
  const save = useChange(() => {
    const details = detailsOf(draft);
    return corrects === null
      ? body(api.POST('/api/v1/patients/{id}/outcomes', { params: { path: { id: patient } }, body: details }))
      : body(
          api.PUT('/api/v1/outcomes/{id}', { params: { path, header: etag }, body: { details, reason: draft.reason.trim() } }),
        );
  }, onDone);
  const choose = { value: '', label: t('field.choose'), disabled: true };
  const text = (name: 'score_name' | 'instrument', needed: boolean) => (
    <TextInput
      label={t(`outcome.${name}`)}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      maxLength={200}
      required={needed}
    />
  );
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      maw={960}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined, { onError });
      }}
    >
      <UnsavedGuard dirty={!save.isSuccess && draft !== first} />
      <Stack>
        <Title order={2}>{t(corrects ? 'outcome.correct' : 'outcome.new')}</Title>
        <NativeSelect
          label={t('outcome.measure')}
          value={draft.measure}
          onChange={(event) =>
            change({ measure: event.currentTarget.value, unit: event.currentTarget.value === 'score' ? '{score}' : '' })
          }
          data={[choose, ...measures.map((value) => ({ value, label: t(`measure.${value}`) }))]}
          required
        />
        {draft.measure === 'score' && text('score_name', true)}
        <Group grow align="flex-start">
          <NativeSelect
            label={t('outcome.zone')}
            value={draft.zone}
            onChange={(event) => change({ zone: event.currentTarget.value })}
            data={[choose, ...zones.map(({ id, name }) => ({ value: id, label: name }))]}
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
        <Group grow align="flex-start">
          <TextInput
            label={t('outcome.value')}
            description={t('outcome.value_help')}
            value={draft.value}
            onChange={(event) => change({ value: event.currentTarget.value })}
            inputMode="decimal"
            maxLength={17}
            required
          />
          <NativeSelect
            label={t('outcome.unit')}
            description={t('outcome.unit_help')}
            value={draft.unit}
            onChange={(event) => change({ unit: event.currentTarget.value })}
            data={[
              choose,
              ...Object.entries(units).map(([value, sign]) => ({
                value,
                label: value === '{score}' ? t('outcome.points') : value === '1' ? t('outcome.ratio') : sign,
              })),
            ]}
            required
          />
        </Group>
        {text('instrument', draft.measure !== 'score')}
        <SessionField patient={patient} value={draft.session} onChange={(session) => change({ session })} />
        <Textarea
          label={t('outcome.note')}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          maxLength={4000}
        />
        {corrects && (
          <TextInput
            label={t('reason', { ns: 'common' })}
            description={t('reason_help', { ns: 'common' })}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
            maxLength={200}
            required
          />
        )}
        <Moved changes={changes} />
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
