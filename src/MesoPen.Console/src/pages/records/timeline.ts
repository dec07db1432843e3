import { useQuery } from '@tanstack/react-query';

/** One event of a session, as GET /events tells it. */
export interface SessionEvent {
  at: string;
  stream: string;
  kind: string;
  by: string | null;
  summary: string;
}

interface PartOfEvents {
  items: SessionEvent[];
  next: string | null;
}

// What machines write down for themselves: the shots have a table of their own.
const quiet = ['permit', 'baseline', 'window-closed', 'foreign-shot', 'shot', 'request-answered'];

/** The events of a session, oldest first; null if this host does not tell them. */
export function useEvents(session: string) {
  return useQuery({
    queryKey: ['records', 'events', session],
    queryFn: async (): Promise<SessionEvent[] | null> => {
      const all: SessionEvent[] = [];
      for (let after: string | null = null; ; ) {
        const query = new URLSearchParams({ session, limit: '500', ...(after !== null && { after }) });
        const answer: Response = await fetch(`/api/v1/events?${query}`);
        if (!answer.ok) return null;
        const part = (await answer.json()) as PartOfEvents;
        all.push(...part.items.filter((event) => !quiet.includes(event.kind)));
        if (part.next === null) return all.reverse();
        after = part.next;
      }
    },
  });
}
