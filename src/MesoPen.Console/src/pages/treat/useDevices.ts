import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { all, part } from './useShelf';

/** Devices that the site has saved; without one of them chosen the station's own counts. */
export function useDevices(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['station-devices', 'all'],
    queryFn: () => all((after) => body(api.GET('/api/v1/station-devices', { params: { query: part(after) } }))),
  });
  return (data ?? []).map(({ name, model, serial, address }) => ({ value: address, label: `${name} · ${model} · ${serial}` }));
}
