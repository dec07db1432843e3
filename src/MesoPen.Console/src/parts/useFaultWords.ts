import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type en from '../i18n/en';

type Known = keyof (typeof en)['faults'];

/** A stop or fault in the language of the page: what happened, what to do, and why it is as pressing as it is. */
export interface FaultWords {
  what: string;
  todo: string;
  why: string;
}

/** Stops and faults by their number; null for one that this page does not know: then the host's own English sentence is shown. */
export function useFaultWords(): (number: number) => FaultWords | null {
  const { t, i18n } = useTranslation('faults');
  return useCallback(
    (number) => {
      if (!i18n.exists(`${number}.what`, { ns: 'faults' })) return null;
      const key = `${number}` as Known;
      return { what: t(`${key}.what`), todo: t(`${key}.todo`), why: t(`${key}.why`) };
    },
    [t, i18n],
  );
}
