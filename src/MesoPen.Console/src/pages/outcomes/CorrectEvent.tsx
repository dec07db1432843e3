import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { detailsOf, draftOf } from './draft';
import { EventFields } from './EventFields';
import { again } from './reading';

/** States anew what is known of an adverse event, and why. What stood before stays in the journal. */
export function CorrectEvent({ known, etag, done }: { known: Schemas['AdverseEvent']; etag: string; done: () => void }) {
  const { t } = useTranslation('outcomes');
  const { t: common } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(known.details));
  const [reason, setReason] = useState('');
  const correct = useMutation({
    mutationFn: () =>
      body(
        api.PUT('/api/v1/adverse-events/{id}', {
          params: { path: { id: known.id }, header: { 'If-Match': etag } },
          body: { details: detailsOf(draft, known.details), reason: reason.trim() },
        }),
      ),
    onSuccess: async () => {
      await again();
      done();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        correct.mutate();
      }}
    >
      <Stack>
        <EventFields patient={known.patient_id} draft={draft} change={(to) => setDraft((now) => ({ ...now, ...to }))} />
        <TextInput
          maw={640}
          label={t('correct_reason')}
          description={common('reason_help')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
        />
        <ProblemAlert problem={correct.error} />
        <Group>
          <Button type="submit" loading={correct.isPending}>
            {t('correct')}
          </Button>
          <Button variant="default" onClick={done}>
            {common('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
