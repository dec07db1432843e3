import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Priorities, Priority } from './alarms';

interface Known {
  number: number;
  priority: Priority;
}

const none: Priorities = new Map();

/** How pressing each fault is; until the host has said, every fault is of high priority. */
export function usePriorities(): Priorities {
  const { data } = useQuery({
    queryKey: ['alarm-priorities'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Priorities> => {
      try {
        const ask = api.GET as unknown as (path: string) => Promise<{ data?: { items?: Known[] } | Known[] }>;
        const { data: told } = await ask('/api/v1/alarms');
        const items = Array.isArray(told) ? told : (told?.items ?? []);
        return new Map(items.map((known) => [known.number, known.priority]));
      } catch (missing) {
        if (missing instanceof Problem && missing.status === 404) return none;
        throw missing;
      }
    },
  });
  return data ?? none;
}
