import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { Problem } from '../../api/problem';

/** What a session would be: POST /sessions/rehearsal. Nothing is changed by it. */
export interface RehearsalView {
  problem: { type: string; title?: string; detail: string; remedy?: string | null } | null;
  gates: Schemas['StationGate'][];
  zones: { zone: string; shots: number; dose_nl: number; total_nl: number; machine_ms: number }[];
  shots: number;
  volume_nl: number;
  prime_nl: number;
  loaded_nl: number;
  left_nl: number;
  machine_ms: number;
  hand_ms: number;
  needle_heads: number;
  cartridges: number;
  limits: { zone: string | null; kind: string; value: number; unit: string; source: string; reason: string | null }[];
  notes: string[];
}

type Ask = (path: string, init: { body: unknown }) => Promise<{ data?: RehearsalView }>;

/** Rehearses what was chosen; null while something is missing, or if the host cannot rehearse. */
export function useRehearsal(asked: Schemas['OpenSession'] | null) {
  return useQuery({
    queryKey: ['rehearsal', asked],
    enabled: asked !== null,
    staleTime: 0,
    refetchInterval: 15_000,
    queryFn: async (): Promise<RehearsalView | null> => {
      try {
        const { data } = await (api.POST as unknown as Ask)('/api/v1/sessions/rehearsal', { body: asked });
        return data ?? null;
      } catch (refused) {
        if (refused instanceof Problem && [404, 405].includes(refused.status)) return null;
        throw refused;
      }
    },
  });
}
