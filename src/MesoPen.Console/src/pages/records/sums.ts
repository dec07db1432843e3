import type { Schemas } from '../../api/client';

export type Shot = Schemas['SessionShot'];
export type ShotOutcome = 'delivered' | 'not-delivered' | 'unknown';
export type ZoneSum = Schemas['SessionZoneSum'];

/** What a person sorts the shots by. */
export type ShotOrder = 'shot' | 'zone' | 'outcome' | 'depth' | 'volume' | 'at';

// What needs a look comes first: nobody scrolls for an unknown shot.
const urgency: Record<string, number> = { unknown: 0, 'not-delivered': 1, delivered: 2 };

const by: Record<ShotOrder, (a: Shot, b: Shot) => number> = {
  shot: (a, b) => a.shot - b.shot,
  zone: (a, b) => (a.zone ?? '').localeCompare(b.zone ?? ''),
  outcome: (a, b) => (urgency[a.outcome] ?? 0) - (urgency[b.outcome] ?? 0),
  depth: (a, b) => a.depth_um - b.depth_um,
  volume: (a, b) => a.volume_nl - b.volume_nl,
  at: (a, b) => Date.parse(a.at) - Date.parse(b.at),
};

/** The shots in another order; those that are alike stay in the order of the device's counter, whichever way. */
export function sorted(shots: readonly Shot[], order: ShotOrder, descending: boolean): Shot[] {
  const sign = descending ? -1 : 1;
  return shots.toSorted((a, b) => sign * by[order](a, b) || a.shot - b.shot || a.sequence - b.sequence);
}

/** Sums of the shots by zone, in the order in which the zones were begun. What is unknown stands apart: it counts as delivered. */
export function sums(shots: readonly Shot[]): ZoneSum[] {
  const zones = new Map<string, ZoneSum>();
  for (const shot of shots) {
    const zone = shot.zone ?? '';
    const sum = zones.get(zone) ?? { zone, shots: 0, unknown_shots: 0, not_delivered_shots: 0, volume_nl: 0, unknown_nl: 0 };
    if (shot.outcome === 'delivered') sum.shots++;
    else if (shot.outcome === 'unknown') sum.unknown_shots++;
    else sum.not_delivered_shots++;
    // A shot that failed may have pressed something out before it did: its volume was injected.
    if (shot.outcome === 'unknown') sum.unknown_nl += shot.volume_nl;
    else sum.volume_nl += shot.volume_nl;
    zones.set(zone, sum);
  }
  return [...zones.values()];
}

/** All zones together. */
export function total(of: readonly ZoneSum[]): Omit<ZoneSum, 'zone'> {
  const all = { shots: 0, unknown_shots: 0, not_delivered_shots: 0, volume_nl: 0, unknown_nl: 0 };
  for (const zone of of) {
    all.shots += zone.shots;
    all.unknown_shots += zone.unknown_shots;
    all.not_delivered_shots += zone.not_delivered_shots;
    all.volume_nl += zone.volume_nl;
    all.unknown_nl += zone.unknown_nl;
  }
  return all;
}

/** Zones in which the sums that were told differ from those of the shots that were told: a record with one is not to be relied on. */
export function disagreeing(shots: readonly Shot[], told: readonly ZoneSum[]): string[] {
  const line = (sum: ZoneSum | undefined) =>
    sum && [sum.shots, sum.unknown_shots, sum.not_delivered_shots, sum.volume_nl, sum.unknown_nl].join();
  const own = new Map(sums(shots).map((sum) => [sum.zone, sum]));
  const theirs = new Map(told.map((sum) => [sum.zone, sum]));
  return [...new Set([...own.keys(), ...theirs.keys()])].filter((zone) => line(own.get(zone)) !== line(theirs.get(zone)));
}

/** First and last of these shots by the device's counter; null of none. */
export function range(shots: readonly Shot[]): { first: number; last: number } | null {
  if (shots.length === 0) return null;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { shot } of shots) {
    first = Math.min(first, shot);
    last = Math.max(last, shot);
  }
  return { first, last };
}
