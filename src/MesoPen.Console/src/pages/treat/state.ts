import type { StationAction, StationView, ZoneView } from '../../live/live';

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

export type ActionId = StationAction['id'];

/** One of the things that can be done now; null if the host does not name it. */
export function action(view: StationView | null, id: ActionId): StationAction | null {
  return actionsOf(view).find((each) => each.id === id) ?? null;
}

const reckoned = new WeakMap<StationView, StationAction[]>();
const none: StationAction[] = [];

/** The host's own list, computed from the kernel's state; from the state's name where a host gives none. The same list for the same view. */
export function actionsOf(view: StationView | null): StationAction[] {
  if (view === null) return none;
  if (view.actions) return view.actions;
  const known = reckoned.get(view) ?? reckon(view);
  reckoned.set(view, known);
  return known;
}

function reckon(view: StationView): StationAction[] {
  const idle = !isArmed(view) && !isStopped(view) && !isOffline(view) && view.state !== 'Priming';
  const ids: [ActionId, boolean][] = [
    ['prime', view.state === 'Standby' || view.state === 'Ready'],
    ['arm', idle && (view.needed_first ?? []).length === 0],
    ['pause', isArmed(view)],
    ['release', isStopped(view) && view.stands_still === true && view.settled === true],
    ['settle', (view.unknown_shots ?? 0) > 0],
    ['needle', !isArmed(view)],
    ['close', !isArmed(view)],
  ];
  return ids.map(([id, allowed]) => ({ id, allowed, why: allowed ? null : (view.needed_first?.[0] ?? view.state ?? null) }));
}
