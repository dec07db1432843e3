import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useParts } from '../../../parts/useParts';
import { useMay } from '../../../shell/who';
import type { Heard } from './devices';

/** Everything that this person may know of devices: the one at the station, those that are saved, those of sessions. */
export function useHeard() {
  const station = useMay('clinician', 'engineer', 'auditor');
  const clinic = useMay('clinician', 'auditor');
  const connected = useQuery({
    queryKey: ['calibration', 'station'],
    queryFn: () => body(api.GET('/api/v1/station')),
    enabled: station,
  });
  const saved = useParts(['calibration', 'saved'], (query) => body(api.GET('/api/v1/station-devices', { params: { query } })));
  const sessions = useParts(
    ['calibration', 'sessions'],
    (query) => body(api.GET('/api/v1/sessions', { params: { query } })),
    clinic,
    500,
  );
  const device = connected.data?.device;
  const heard: Heard[] = [
    ...(device
      ? [
          {
            serial: device.serial,
            profile: device.model,
            firmware: device.firmware,
            due: device.calibration_due_on,
            at: new Date(connected.dataUpdatedAt).toISOString(),
            where: 'connected' as const,
          },
        ]
      : []),
    ...saved.items.map((each) => ({
      serial: each.serial,
      profile: each.model,
      firmware: each.firmware,
      name: each.name,
      due: each.calibration_due_on,
      at: each.at,
      where: 'saved' as const,
    })),
    ...sessions.items.flatMap((each) =>
      each.device_known
        ? [
            {
              serial: each.device_known.serial,
              profile: each.device_known.profile,
              firmware: each.device_known.firmware,
              due: each.device_known.calibration_due_on,
              at: each.opened_at,
              where: 'session' as const,
            },
          ]
        : [],
    ),
  ];
  return {
    heard,
    error: connected.error ?? saved.error ?? sessions.error,
    loading: (station && connected.isPending) || saved.loading || sessions.loading,
    more: sessions.more,
    readingMore: sessions.readingMore,
  };
}

/** What the host itself finds of the connected device's calibration. It answers when something is down, too: then with 503. */
export function useCalibrationHealth() {
  return useQuery({
    queryKey: ['calibration', 'health'],
    queryFn: async () => {
      const answer = await fetch('/health/ready');
      if (!answer.ok && answer.status !== 503) throw await Problem.of(answer);
      const { checks } = (await answer.json()) as Schemas['HealthAnswer'];
      return checks.find((each) => each.check === 'calibration') ?? null;
    },
  });
}
