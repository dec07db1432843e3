import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type en from '../i18n/en';

type Known = keyof (typeof en)['plans']['zone'];

/** The name of a zone in the language of the page, left and right as the patient has them; the site's own zones by their title or id. */
export function useZoneName(): (zone: string, title?: string) => string {
  const { t, i18n } = useTranslation('plans');
  return useCallback(
    (zone, title) => {
      const key = zone.replace(/[.-]/g, '_');
      return i18n.exists(`zone.${key}`, { ns: 'plans' }) ? t(`zone.${key as Known}`) : (title ?? zone);
    },
    [t, i18n],
  );
}
