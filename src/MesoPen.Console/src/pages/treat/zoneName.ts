import { useTranslation } from 'react-i18next';
import type en from '../../i18n/en';

type Known = keyof (typeof en)['treat']['zones'];

/** What a zone is called; its id where the catalogue has one that the console does not know. */
export function useZoneName(): (zone: string | null | undefined) => string {
  const { t, i18n } = useTranslation('treat');
  return (zone) => {
    const key = (zone ?? '').replaceAll('.', '_').replaceAll('-', '_');
    if (i18n.exists(`treat:zones.${key}`)) return t(`zones.${key as Known}`);
    return zone ?? '';
  };
}
