import type { StationAction, StationView, ZoneView } from '../../live/live';
import type { Why } from '../../parts/useReason';

const armed = ['Waiting', 'Delivering'];
const stopped = ['Faulted', 'EmergencyStopped'];
const offline = ['Disconnected', 'Connecting', 'Reconciling'];

export const isArmed = (view: StationView | null): boolean => armed.includes(view?.state ?? '');
export const isStopped = (view: StationView | null): boolean => stopped.includes(view?.state ?? '');
export const isOffline = (view: StationView | null): boolean => offline.includes(view?.state ?? '');
export const isPaused = (view: StationView | null): boolean => view?.state === 'Paused';

/** The zone that is worked on: armed, or chosen by a person, or paused in, or the next with points left. */
export function currentZone(view: StationView | null, chosen: string | null): ZoneView | null {
  const zones = view?.zones ?? [];
  const find = (id: string | null | undefined) => zones.find((zone) => zone.zone === id) ?? null;
  const at = find(view?.zone);
  if (isArmed(view) && at) return at;
  const wanted = find(chosen);
  if (wanted && wanted.remaining > 0) return wanted;
  if (at && at.remaining > 0) return at;
  return zones.find((zone) => zone.remaining > 0) ?? null;
}

/** The zone after it, in the order of work. */
export function nextZone(view: StationView | null, current: ZoneView | null): ZoneView | null {
  const open = (view?.zones ?? []).filter((zone) => zone.remaining > 0);
  const after = open.findIndex((zone) => zone.zone === current?.zone) + 1;
  return open.slice(after).concat(open.slice(0, Math.max(0, after - 1)))[0] ?? null;
}

/** Whether the zone that is current was begun and left in the middle: what goes on there is a resumption. */
export function isResumption(zone: ZoneView | null): boolean {
  return zone !== null && zone.remaining < zone.points && zone.remaining > 0;
}

export type ActionId = 'prime' | 'arm' | 'pause' | 'release' | 'settle' | 'needle' | 'close';

/** One of the things that can be asked now, as the host computed it from the kernel's state; null while it has said nothing. */
export function action(view: StationView | null, id: ActionId): StationAction | null {
  return view?.actions?.find((each) => each.id === id) ?? null;
}

/** Why it would not be done, to be told in the language of the page. */
export function whyOf(told: StationAction, state: string | null | undefined): Why {
  return { code: told.why_code ?? null, sentence: told.why ?? '', needed: told.needed ?? [], state };
}

/** Whether it would be done. What the host does not name is not offered. */
export function allows(view: StationView | null, id: ActionId): boolean {
  return action(view, id)?.allowed === true;
}
