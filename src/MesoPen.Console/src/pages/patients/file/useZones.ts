import { useQuery } from '@tanstack/react-query';
import { useZoneName } from '../../../map/zoneName';
import { read } from './file';

/** Zones of the site's catalogue, with their names in the language of the page. */
export function useZones(): { id: string; name: string }[] {
  const zoneName = useZoneName();
  const catalogue = useQuery(read.catalogue());
  return (catalogue.data?.zones ?? []).map((zone) => ({ id: zone.id, name: zoneName(zone.id, zone.title) }));
}
