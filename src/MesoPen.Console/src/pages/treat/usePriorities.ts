import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Priorities, Priority } from './alarms';

const none: Priorities = new Map();

/** How pressing each fault is; until the host has said, every fault is of high priority. */
export function usePriorities(): Priorities {
  const { data } = useQuery({
    queryKey: ['alarm-priorities'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Priorities> => {
      const known = await body(api.GET('/api/v1/alarms'));
      return new Map(known.map(({ number, priority }) => [number, priority as Priority]));
    },
  });
  return data ?? none;
}
