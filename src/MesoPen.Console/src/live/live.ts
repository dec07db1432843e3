import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { Schemas } from '../api/client';

export type StationView = Schemas['StationView'];

/** What the host tells: see docs/api.md, "Live". */
export interface LiveItem {
  feed: string;
  number: number;
  kind: 'state' | 'shot' | 'notice';
  at: string;
  missed: boolean;
  state?: StationView | null;
  shot?: LiveShot | null;
  notice?: { kind: string; text: string } | null;
}

export interface LiveShot {
  shot: number;
  zone: string | null;
  outcome: 'delivered' | 'not-delivered' | 'unknown';
  depth_um: number;
  volume_nl: number;
}

export interface LiveState {
  /** The station as it stood when last heard of; null before the first word. */
  station: StationView | null;
  /** Whether the host is heard. */
  connected: boolean;
}

/** A second without a word from the host, and what is shown is no longer so. */
export const staleAfterMs = 1_000;

let state: LiveState = { station: null, connected: false };
let heardAt = performance.now();
const watchers = new Set<() => void>();
const listeners = new Set<(item: LiveItem) => void>();

export function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function current(): LiveState {
  return state;
}

/** Milliseconds since the host was last heard. */
export function silentMs(): number {
  return performance.now() - heardAt;
}

/** Hears every item as it comes: shots and notices once and in order. Called outside of React: paint from a frame callback. */
export function onItem(listener: (item: LiveItem) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(change: Partial<LiveState>): void {
  state = { ...state, ...change };
  for (const watcher of watchers) watcher();
}

function take(item: LiveItem): void {
  heardAt = performance.now();
  if (item.kind === 'state' && item.state) show({ station: item.state, connected: true });
  for (const listener of listeners) listener(item);
}

/** Follows the station until the answer is called; goes on where it was after a break. */
export function follow(): () => void {
  let ended = false;
  let last: { feed: string; number: number } | null = null;
  const connection = new HubConnectionBuilder()
    .withUrl('/live')
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => 500 })
    .configureLogging(LogLevel.None)
    .build();
  const listen = () =>
    connection.stream<LiveItem>('Follow', last).subscribe({
      next: (item) => {
        last = { feed: item.feed, number: item.number };
        take(item);
      },
      error: () => show({ connected: false }),
      complete: () => show({ connected: false }),
    });
  const start = async (): Promise<void> => {
    while (!ended) {
      try {
        await connection.start();
        listen();
        return;
      } catch {
        show({ connected: false });
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  };
  connection.onreconnecting(() => show({ connected: false }));
  connection.onreconnected(listen);
  connection.onclose(() => {
    show({ connected: false });
    void start();
  });
  void start();
  return () => {
    ended = true;
    void connection.stop();
    state = { station: null, connected: false };
  };
}
