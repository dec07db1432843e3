import { useTranslation } from 'react-i18next';
import { useZoneName as useMapName } from '../../map/zoneName';

/** Names of zones, as the map has them; a shot may be of none. */
export function useZoneName(): (zone: string | null | undefined) => string {
  const { t } = useTranslation('records');
  const name = useMapName();
  return (zone) => (zone ? name(zone) : t('no_zone'));
}
