import type { Schemas } from '../../api/client';

/**
 * The host lists sessions oldest first, and their ids begin with the time of opening (20310506T081500Z-...). A person wants the newest first: so a part
 * of the list is a stretch of days, and the next part the stretch before.
 */
export interface Stretch {
  /** Ids that come after this are in it; null for all from the beginning. */
  after: string | null;
  /** The first id that is in a later part; null for none. */
  until: string | null;
  /** Days that the next stretch reaches back. */
  days: number;
}

const mark = (day: Date) => day.toISOString().slice(0, 10).replaceAll('-', '');

/** The last month: what is looked for is mostly there. */
export function newest(now: Date): Stretch {
  return { after: mark(new Date(now.getTime() - 31 * 86_400_000)), until: null, days: 92 };
}

/** The stretch before: three months, then a year, then all. Null if that was all. */
export function before(stretch: Stretch, now: Date): Stretch | null {
  if (stretch.after === null) return null;
  const after = stretch.days > 1000 ? null : mark(new Date(now.getTime() - stretch.days * 86_400_000));
  return { after, until: stretch.after, days: stretch.days * 4 };
}

/** The sessions of a stretch, newest first, asked for in parts. */
export async function sessionsOf(
  stretch: Stretch,
  ask: (after: string | null) => Promise<Schemas['PageOfTreatment']>,
): Promise<Schemas['Treatment'][]> {
  const found: Schemas['Treatment'][] = [];
  for (let after = stretch.after; ; ) {
    const part = await ask(after);
    found.push(...part.items);
    const last = part.items.at(-1)?.intent.session_id ?? '';
    if (part.next === null || (stretch.until !== null && last >= stretch.until)) break;
    after = part.next;
  }
  const { until } = stretch;
  return found.filter((session) => until === null || session.intent.session_id < until).reverse();
}
