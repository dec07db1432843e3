import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, versioned } from '../../../api/client';
import { count } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { type QuestionList, type ScreeningRecord, useChange } from '../file/file';
import { useNames } from '../file/useNames';
import { Moved } from '../form/Moved';
import { UnsavedGuard } from '../form/UnsavedGuard';
import { useBase, type Versioned } from '../form/useBase';
import { type AnswerDraft, answersOf, unanswered } from './draft';
import { QuestionField } from './QuestionField';

interface Props {
  patient: string;
  list: QuestionList;
  /** Ids of the questions that are asked. */
  asked: readonly string[];
  /** The screening that gets new answers; null to take a new one. */
  opened: Versioned<ScreeningRecord> | null;
  onDone: () => void;
  onCancel: (() => void) | null;
}

/** Asks the questions of the screening: all of them, or some of them anew. Nothing is preselected. */
export function ScreeningForm({ patient, list, asked, opened, onDone, onCancel }: Props) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [drafts, setDrafts] = useState<Record<string, AnswerDraft>>({});
  const questions = list.questions.filter((each) => asked.includes(each.id));
  const open = questions.filter((each) => (drafts[each.id]?.yes ?? null) === null);
  const path = { id: patient, screening: opened?.value.id ?? '' };
  const { changes, onError, etag } = useBase(opened, () =>
    versioned(api.GET('/api/v1/patients/{id}/screenings/{screening}', { params: { path } })),
  );
  const save = useChange(() => {
    const taken = { catalogue_version: list.catalogue_version, answers: answersOf(questions, drafts) };
    return opened === null
      ? body(api.POST('/api/v1/patients/{id}/screenings', { params: { path: { id: patient } }, body: taken }))
      : body(api.POST('/api/v1/patients/{id}/screenings/{screening}/answers', { params: { path, header: etag }, body: taken }));
  }, onDone);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined, { onError });
      }}
    >
      <UnsavedGuard dirty={!save.isSuccess && Object.keys(drafts).length > 0} />
      <Stack>
        <Text>{t(opened === null ? 'screening.ask_all' : 'screening.ask_some')}</Text>
        {questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            draft={drafts[question.id] ?? unanswered}
            onChange={(draft) => setDrafts({ ...drafts, [question.id]: draft })}
          />
        ))}
        {open.length > 0 && (
          <Alert
            styles={{ title: { color: 'var(--mantine-color-text)' } }}
            color="yellow"
            variant="light"
            title={t('screening.open', { count: open.length, shown: count(open.length) })}
          >
            <Text data-testid="unanswered">{open.map((each) => names.question(each.id)).join(', ')}</Text>
            <Text mt="xs">{t('screening.open_text')}</Text>
          </Alert>
        )}
        <Moved changes={changes} />
        <ProblemAlert problem={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={open.length === questions.length}>
            {t('screening.save')}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('cancel', { ns: 'common' })}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
