import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';
import type { ZoneView } from '../../live/live';
import { useOf } from '../../live/useStation';

export interface ZoneFacts {
  doseNl: number | null;
  /** Along the needle. */
  needleUm: number | null;
  /** Below the skin's surface; null if it is not known apart from the needle's length. */
  depthUm: number | null;
  spacingUm: number | null;
  technique: string | null;
  trigger: string | null;
}

/** What the session stands on, as the clinic knows it: for what the live state does not say. */
export function useTreatment(): Schemas['Treatment'] | null {
  const id = useOf((view) => view?.session_id ?? null);
  const { data } = useQuery({
    queryKey: ['session', id, 'treatment'],
    enabled: id !== null,
    staleTime: 60_000,
    queryFn: () => body(api.GET('/api/v1/sessions/{id}', { params: { path: { id: id ?? '' } } })),
  });
  return data?.session ?? null;
}

/** What the plan says of a zone: from the live state, else from the plan. */
export function useZoneFacts(): (zone: ZoneView | null) => ZoneFacts {
  const intent = useTreatment()?.intent;
  const { data } = useQuery({
    queryKey: ['plan', intent?.plan_id],
    enabled: intent !== undefined,
    staleTime: 60_000,
    queryFn: () => body(api.GET('/api/v1/plans/{id}', { params: { path: { id: intent?.plan_id ?? '' } } })),
  });
  const planned = data?.versions.find((version) => version.version === intent?.plan_version)?.zones ?? [];
  return (zone) => {
    const plan = planned.find((each) => each.zone === zone?.zone);
    return {
      doseNl: zone?.dose_nl ?? plan?.dose_nl ?? null,
      needleUm: zone?.needle_length_um ?? plan?.needle_length_um ?? null,
      depthUm: zone?.depth_um ?? null,
      spacingUm: zone?.spacing_um ?? plan?.spacing_um ?? null,
      technique: zone?.technique ?? plan?.technique ?? null,
      trigger: zone?.trigger ?? plan?.trigger ?? null,
    };
  };
}
