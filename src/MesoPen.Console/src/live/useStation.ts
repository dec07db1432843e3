import { useSyncExternalStore } from 'react';
import { current, type LiveState, subscribe } from './live';

/** The station as it stands, live. */
export function useStation(): LiveState {
  return useSyncExternalStore(subscribe, current);
}
