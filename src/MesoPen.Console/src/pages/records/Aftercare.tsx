import { Button, List, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { useNames } from './reading';

/** What the patient was told. Noted while the session is open; the end of the session asks for it too. */
export function Aftercare({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  const name = useNames();
  const notes = useMay('clinician');
  const [text, setText] = useState('');
  const id = session.intent.session_id;
  const note = useMutation({
    mutationFn: () =>
      body(api.POST('/api/v1/sessions/{id}/aftercare', { params: { path: { id } }, body: { text: text.trim() } })),
    onSuccess: async () => {
      setText('');
      await queries.invalidateQueries({ queryKey: ['records', 'sessions'] });
    },
  });
  const given = session.aftercare ?? [];
  return (
    <Stack>
      {given.length === 0 && <Text>{t('aftercare_none')}</Text>}
      <List>
        {given.map((one) => (
          <List.Item key={one.text}>
            {one.text} ({name(one.by)})
          </List.Item>
        ))}
      </List>
      {notes && !session.ended && (
        <form
          className="screen-only"
          onSubmit={(event) => {
            event.preventDefault();
            note.mutate();
          }}
        >
          <Stack maw={640}>
            <Textarea
              label={t('aftercare_text')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              required
            />
            <ProblemAlert problem={note.error} />
            <Button type="submit" variant="default" loading={note.isPending}>
              {t('aftercare_add')}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
