import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type en from '../i18n/en';
import type { Told } from './told';

type State = keyof (typeof en)['station']['state'];

/** Why something cannot be asked of the station now: its code, the host's sentence, what is needed first, and the state of the session. */
export interface Why {
  code: Schemas['StationReason'] | null;
  sentence: string;
  needed?: readonly Schemas['StationNeed'][];
  state?: string | null | undefined;
}

/**
 * Refusals and waits in the language of the page. English is the host's own sentence: it says everything. So is what has no code: an
 * older host gives none.
 */
export function useReason(): (why: Why) => Told {
  const { t, i18n } = useTranslation('station');
  return useCallback(
    ({ code, sentence, needed = [], state }) => {
      if (i18n.language === 'en') return { text: sentence };
      const known = state && i18n.exists(`state.${state}`, { ns: 'station' }) ? t(`state.${state as State}`) : null;
      const lacks =
        (code === 'needed-first' && needed.length === 0) || ((code === 'not-now' || code === 'nothing-armed') && !known);
      if (code === null || lacks || !i18n.exists(`reason.${code}`, { ns: 'station' })) return { text: '', english: sentence };
      return { text: t(`reason.${code}`, { state: known ?? '', needs: needed.map((need) => t(`need.${need}`)).join(', ') }) };
    },
    [t, i18n],
  );
}
