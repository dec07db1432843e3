import { useSyncExternalStore } from 'react';
import { current, type LiveState, type StationView, subscribe } from './live';

/** The station as it stands, live. Draws anew with every word: take `useOf` for a part of it. */
export function useStation(): LiveState {
  return useSyncExternalStore(subscribe, current);
}

/** A part of the station as it stands; draws anew only when that part has changed. The part is one that the view holds, or a plain value. */
export function useOf<T>(part: (station: StationView | null) => T): T {
  return useSyncExternalStore(subscribe, () => part(current().station));
}

/** Whether what is shown is no longer so, since the host is not heard. */
export function useStale(): boolean {
  return useSyncExternalStore(subscribe, () => current().stale);
}
