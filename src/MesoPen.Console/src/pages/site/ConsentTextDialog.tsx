import { Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { FormDialog } from '../../parts/FormDialog';

/** The parts of a consent text, each a list of sentences. */
export const consentLists = ['treatment', 'expected_outcomes', 'adverse_events', 'alternatives', 'aftercare'] as const;
type ConsentList = (typeof consentLists)[number];

/** Publishes a text of the site's own, or its next version. */
export function ConsentTextDialog({ text, onClose }: { text: Schemas['ConsentText'] | null; onClose: () => void }) {
  const { t } = useTranslation('site');
  const [id, setId] = useState(text?.id ?? '');
  const [language, setLanguage] = useState(text?.language ?? '');
  const [title, setTitle] = useState(text?.title ?? '');
  const [lists, setLists] = useState(
    () => Object.fromEntries(consentLists.map((list) => [list, (text?.[list] ?? []).join('\n')])) as Record<ConsentList, string>,
  );
  const publishing = useMutation({
    mutationFn: () => {
      const lines = (list: ConsentList) =>
        lists[list]
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
      return api.POST('/api/v1/consent-texts', {
        body: {
          text_id: id.trim(),
          language: language.trim(),
          title: title.trim(),
          treatment: lines('treatment'),
          expected_outcomes: lines('expected_outcomes'),
          adverse_events: lines('adverse_events'),
          alternatives: lines('alternatives'),
          aftercare: lines('aftercare'),
        },
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['consent-texts'] });
      onClose();
    },
  });
  return (
    <FormDialog
      title={text === null ? t('consent_text_new') : t('consent_text_next_of', { title: text.title })}
      act={t('publish')}
      doing={publishing}
      onClose={onClose}
    >
      <Text>{t('consent_text_consequence')}</Text>
      <TextInput
        label={t('consent_text_id')}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        maxLength={32}
        autoComplete="off"
        readOnly={text !== null}
        required
      />
      <TextInput
        label={t('consent_text_language')}
        description={t('consent_text_language_help')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
        maxLength={12}
        autoComplete="off"
        required
      />
      <TextInput
        label={t('consent_text_title')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={200}
        required
      />
      {consentLists.map((list) => (
        <Textarea
          key={list}
          label={t(`consent_lists.${list}`)}
          description={t('one_a_line')}
          value={lists[list]}
          onChange={(event) => setLists({ ...lists, [list]: event.currentTarget.value })}
          required
        />
      ))}
    </FormDialog>
  );
}
