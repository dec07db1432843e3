import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';

// What machines write down for themselves: the shots have a table of their own.
const quiet = ['permit', 'baseline', 'window-closed', 'foreign-shot', 'shot', 'request-answered'];

/** The events of a session, oldest first. */
export function useEvents(session: string) {
  return useQuery({
    queryKey: ['records', 'events', session],
    queryFn: async (): Promise<Schemas['EventView'][]> => {
      const all: Schemas['EventView'][] = [];
      for (let after: string | undefined; ; ) {
        const query = { session, limit: 500, ...(after === undefined ? {} : { after }) };
        const part: Schemas['PageOfEventView'] = await body(api.GET('/api/v1/events', { params: { query } }));
        all.push(...part.items.filter((event) => !quiet.includes(event.kind)));
        if (part.next === null) return all.reverse();
        after = part.next;
      }
    },
  });
}
