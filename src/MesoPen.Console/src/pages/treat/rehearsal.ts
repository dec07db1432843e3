import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';

const againMs = 15_000;

/** What a session would be: nothing is changed by it. Asked anew now and then, for a gate may open or shut meanwhile. */
export function useRehearsal(asked: Schemas['OpenSession'] | null) {
  return useQuery({
    queryKey: ['rehearsal', asked],
    enabled: asked !== null,
    staleTime: 0,
    refetchInterval: againMs,
    queryFn: () => body(api.POST('/api/v1/sessions/rehearsal', { body: asked as Schemas['OpenSession'] })),
  });
}
