import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

export type StateWord = 'state_open' | 'state_completed' | 'state_early';

export function stateWord(session: Schemas['Treatment']): StateWord {
  return session.ended ? (session.ended.outcome === 'completed' ? 'state_completed' : 'state_early') : 'state_open';
}

/** Whether a session is open, complete, or was ended before every zone had its points. */
export function SessionState({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  const word = stateWord(session);
  const sign = { state_open: '●', state_completed: '✓', state_early: '◐' }[word];
  return (
    <span className="session-state" data-state={word}>
      <span aria-hidden="true">{sign}</span> {t(word)}
    </span>
  );
}
