import { Button, List, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { useGround, useNames } from './reading';
import { useZoneName } from './zoneName';

/** What was seen on the skin, or told, while the session was open. */
export function Reactions({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  const name = useNames();
  const zone = useZoneName();
  const notes = useMay('clinician');
  const seen = session.reactions ?? [];
  return (
    <Stack>
      {seen.length === 0 && <Text>{t('reactions_none')}</Text>}
      <List>
        {seen.map((one) => (
          <List.Item key={`${one.zone} ${one.text}`}>
            {one.zone !== null && <strong>{zone(one.zone)}: </strong>}
            {one.text} ({name(one.by)})
          </List.Item>
        ))}
      </List>
      {notes && (session.ended ? <Text className="screen-only">{t('reaction_over')}</Text> : <Note session={session} />)}
    </Stack>
  );
}

function Note({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  const zoneName = useZoneName();
  const { version } = useGround(session);
  const [text, setText] = useState('');
  const [zone, setZone] = useState('');
  const id = session.intent.session_id;
  const note = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/sessions/{id}/reactions', {
          params: { path: { id } },
          body: { text: text.trim(), zone: zone === '' ? null : zone },
        }),
      ),
    onSuccess: async () => {
      setText('');
      await queries.invalidateQueries({ queryKey: ['records', 'sessions'] });
    },
  });
  return (
    <form
      className="screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate();
      }}
    >
      <Stack maw={640}>
        <NativeSelect
          label={t('zone')}
          value={zone}
          onChange={(event) => setZone(event.currentTarget.value)}
          data={[
            { value: '', label: t('no_zone') },
            ...(version?.zones ?? []).map((one) => ({ value: one.zone, label: zoneName(one.zone) })),
          ]}
        />
        <Textarea label={t('reaction_text')} value={text} onChange={(event) => setText(event.currentTarget.value)} required />
        <ProblemAlert problem={note.error} />
        <Button type="submit" variant="default" loading={note.isPending}>
          {t('reaction_add')}
        </Button>
      </Stack>
    </form>
  );
}
