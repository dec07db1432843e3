import { Button, Group, NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { type QuestionList, useChange } from '../file/file';
import { useNames } from '../file/useNames';
import { UnsavedGuard } from '../form/UnsavedGuard';

const empty = { question: '', given_by: '', given_on: '', valid_until: '', reference: '' };

/** Attaches a medical clearance: who gave it, for what, from when to when, and where the paper lies. */
export function ClearanceForm({ patient, list, onDone }: { patient: string; list: QuestionList; onDone: () => void }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [draft, setDraft] = useState(empty);
  const change = (more: Partial<typeof empty>) => setDraft({ ...draft, ...more });
  const attach = useChange(
    () => body(api.POST('/api/v1/patients/{id}/clearances', { params: { path: { id: patient } }, body: draft })),
    onDone,
  );
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      onSubmit={(event) => {
        event.preventDefault();
        attach.mutate(undefined);
      }}
    >
      <UnsavedGuard dirty={draft !== empty && !attach.isSuccess} />
      <Stack>
        <NativeSelect
          label={t('clearance.question')}
          value={draft.question}
          onChange={(event) => change({ question: event.currentTarget.value })}
          data={[
            { value: '', label: t('field.choose'), disabled: true },
            ...list.questions
              .filter((each) => each.severity === 'needs-clearance')
              .map((each) => ({ value: each.id, label: names.question(each.id) })),
          ]}
          required
        />
        <TextInput
          label={t('clearance.by')}
          description={t('clearance.by_help')}
          value={draft.given_by}
          onChange={(event) => change({ given_by: event.currentTarget.value })}
          maxLength={200}
          required
        />
        <Group grow align="flex-start">
          <TextInput
            type="date"
            label={t('clearance.on')}
            value={draft.given_on}
            onChange={(event) => change({ given_on: event.currentTarget.value })}
            required
          />
          <TextInput
            type="date"
            label={t('clearance.last_day')}
            value={draft.valid_until}
            onChange={(event) => change({ valid_until: event.currentTarget.value })}
            required
          />
        </Group>
        <TextInput
          label={t('clearance.paper')}
          description={t('clearance.paper_help')}
          value={draft.reference}
          onChange={(event) => change({ reference: event.currentTarget.value })}
          maxLength={200}
          required
        />
        <ProblemAlert problem={attach.error} />
        <Group>
          <Button type="submit" loading={attach.isPending}>
            {t('clearance.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
