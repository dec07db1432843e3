import type { Schemas } from '../../api/client';

type Given = Schemas['ZoneGiven'];

/** What a zone had in two sessions, side by side; undefined where it was not part of the plan. */
export interface ZonePair {
  zone: string;
  a: Given | undefined;
  b: Given | undefined;
}

/** The zones of two sessions: those of the first in its order, then those that only the other had. */
export function pairs(a: readonly Given[], b: readonly Given[]): ZonePair[] {
  const zones = new Set([...a, ...b].map((given) => given.zone));
  return [...zones].map((zone) => ({
    zone,
    a: a.find((given) => given.zone === zone),
    b: b.find((given) => given.zone === zone),
  }));
}

/** What a zone may have got: what is unknown counts as delivered. */
export function got(given: Given | undefined): number {
  return given ? given.delivered_nl + given.unknown_nl : 0;
}
