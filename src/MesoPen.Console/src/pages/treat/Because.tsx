import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { ToldText } from '../../parts/told';
import { useSaid } from '../../parts/useSaid';
import { isPaused } from './state';

// A person who paused knows why, and nothing has to be put right.
const byPerson = 'Paused by ';

/** Why the last permit ended, beside what is paused, in the host's words; and what to do. */
export function Because() {
  const { t } = useTranslation('treat');
  const why = useOf((view) => view?.paused_because ?? null);
  // The last word is mostly this one, and has a code that every language knows.
  const code = useOf((view) => (view?.notice === view?.paused_because ? (view?.notice_said ?? null) : null));
  const said = useSaid();
  // A link that was lost while nothing was armed has paused nothing: its line of the readiness list says what is missing.
  const paused = useOf(isPaused);
  if (why === null || !paused) return null;
  return (
    <Alert color="yellow" my="sm" title={t('because.title')} data-testid="because">
      <Text fw={600}>
        <ToldText told={said(code, why)} />
      </Text>
      {!why.startsWith(byPerson) && <Text>{t('because.todo')}</Text>}
    </Alert>
  );
}
