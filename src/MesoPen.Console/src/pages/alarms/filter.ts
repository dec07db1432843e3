import type { Schemas } from '../../api/client';

export type EventView = Schemas['EventView'];

/** Groups of kinds that the host knows; everything else is the kind of a row. */
export const groups = ['', 'alarm', 'treatment', 'clinic'] as const;
export type Group = (typeof groups)[number];

/** What a person looks for. Days are of this computer's time; empty is no bound. */
export interface Filter {
  group: Group;
  session: string;
  from: string;
  to: string;
}

/** Those of the days asked for. */
export function within(events: readonly EventView[], { from, to }: Pick<Filter, 'from' | 'to'>): EventView[] {
  return events.filter((each) => {
    const day = localDay(each.at);
    return (from === '' || day >= from) && (to === '' || day <= to);
  });
}

/** The days asked for as instants, as the host takes them: from the first one's beginning in this computer's time until the last one's end. */
export function bounds({ from, to }: Pick<Filter, 'from' | 'to'>): { from?: string; until?: string } {
  const midnight = (day: string, daysLater: number) => {
    const at = new Date(`${day}T00:00:00`);
    at.setDate(at.getDate() + daysLater);
    return at.toISOString();
  };
  return { ...(from === '' ? {} : { from: midnight(from, 0) }), ...(to === '' ? {} : { until: midnight(to, 1) }) };
}

/** Whether older ones could still be of the days asked for: the host gives the newest first. */
export function mayHaveOlder(events: readonly EventView[], from: string): boolean {
  const oldest = events.at(-1);
  return from === '' || oldest === undefined || localDay(oldest.at) >= from;
}

/** The session that an event belongs to; null if it belongs to none. */
export function sessionOf(stream: string): string | null {
  if (!stream.includes('/')) return stream;
  return stream.startsWith('treatment/') ? stream.slice('treatment/'.length) : null;
}

function localDay(iso: string): string {
  const at = new Date(iso);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
