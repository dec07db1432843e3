import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { Problem } from '../../api/problem';

interface SavedDevice {
  address: string;
  model?: string | null;
  serial?: string | null;
}

type Ask = (path: string) => Promise<{ data?: { items?: SavedDevice[] } | SavedDevice[] }>;

/** Devices that the site has saved for this station; none where the host keeps no list, and then the station's own counts. */
export function useDevices(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['station-devices'],
    queryFn: async () => {
      try {
        const { data: told } = await (api.GET as unknown as Ask)('/api/v1/station-devices');
        return Array.isArray(told) ? told : (told?.items ?? []);
      } catch (missing) {
        if (missing instanceof Problem && missing.status === 404) return [];
        throw missing;
      }
    },
  });
  return (data ?? []).map((device) => ({
    value: device.address,
    label: [device.model, device.serial, device.address].filter((part) => part).join(' · '),
  }));
}
