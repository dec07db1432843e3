import { Button, Group, NativeSelect, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../../api/client';
import { moment } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { type Assessment, useChange } from '../file/file';
import { UnsavedGuard } from '../form/UnsavedGuard';

const grades = ['none', 'mild', 'moderate', 'severe'] as const satisfies readonly Schemas['Grade'][];
const thicknesses = ['thin', 'usual', 'thick'] as const satisfies readonly Schemas['Thickness'][];
const empty = {
  photodamage: '',
  thickness: '',
  vascularity: '',
  prior_procedures: '',
  systemic_conditions: '',
  note: '',
  reason: '',
};

interface Props {
  patient: string;
  /** The assessment that this one puts right; null for a new one. */
  corrects: Assessment | null;
  onDone: () => void;
}

/** Enters an assessment of the skin, or puts an earlier one right. */
export function AssessmentForm({ patient, corrects, onDone }: Props) {
  const { t } = useTranslation('patients');
  const [first] = useState(() => ({
    ...empty,
    ...(corrects ? { ...corrects.findings, note: corrects.findings.note ?? '' } : {}),
  }));
  const [draft, setDraft] = useState(first);
  const change = (more: Partial<typeof empty>) => setDraft({ ...draft, ...more });
  const save = useChange(() => {
    const note = draft.note.trim();
    const findings: Schemas['Findings'] = {
      photodamage: draft.photodamage as Schemas['Grade'],
      thickness: draft.thickness as Schemas['Thickness'],
      vascularity: draft.vascularity as Schemas['Grade'],
      prior_procedures: draft.prior_procedures.trim(),
      systemic_conditions: draft.systemic_conditions.trim(),
      ...(note === '' ? {} : { note }),
    };
    return body(
      api.POST('/api/v1/patients/{id}/assessments', {
        params: { path: { id: patient } },
        body: { findings, ...(corrects ? { corrects: corrects.id, reason: draft.reason.trim() } : {}) },
      }),
    );
  }, onDone);
  const choose = { value: '', label: t('field.choose'), disabled: true };
  const graded = [choose, ...grades.map((value) => ({ value, label: t(`grade.${value}`) }))];
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
      <UnsavedGuard dirty={!save.isSuccess && draft !== first} />
      <Stack>
        <Title order={2}>{t(corrects ? 'assessment.correct' : 'assessment.new')}</Title>
        {corrects && <Text>{t('assessment.correct_text', { at: moment(corrects.at), by: corrects.by })}</Text>}
        <NativeSelect
          label={t('assessment.photodamage')}
          value={draft.photodamage}
          onChange={(event) => change({ photodamage: event.currentTarget.value })}
          data={graded}
          required
        />
        <NativeSelect
          label={t('assessment.thickness')}
          value={draft.thickness}
          onChange={(event) => change({ thickness: event.currentTarget.value })}
          data={[choose, ...thicknesses.map((value) => ({ value, label: t(`thickness.${value}`) }))]}
          required
        />
        <NativeSelect
          label={t('assessment.vascularity')}
          value={draft.vascularity}
          onChange={(event) => change({ vascularity: event.currentTarget.value })}
          data={graded}
          required
        />
        {(['prior_procedures', 'systemic_conditions', 'note'] as const).map((field) => (
          <Textarea
            key={field}
            label={t(`assessment.${field}`)}
            description={field === 'note' ? null : t('assessment.empty_for_none')}
            value={draft[field]}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
            maxLength={4000}
          />
        ))}
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
