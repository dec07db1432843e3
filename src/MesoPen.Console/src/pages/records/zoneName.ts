import { useTranslation } from 'react-i18next';

/** Names of zones, as the map has them; a zone of the site's own catalogue by its id. */
export function useZoneName(): (zone: string | null | undefined) => string {
  const { t } = useTranslation('plans');
  const { t: own } = useTranslation('records');
  return (zone) => (zone ? String(t(`zone.${zone.replace(/[.-]/g, '_')}` as never, { defaultValue: zone })) : own('no_zone'));
}
