import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { replaceEqualDeep } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import type { StationView } from './view';

export type { StationAction, StationControl, StationView, ZoneView } from './view';

/** What the host tells: see docs/api.md, "Live". */
export interface LiveItem {
  feed: string;
  number: number;
  kind: 'state' | 'shot' | 'notice' | 'beat' | 'trace';
  at: string;
  missed: boolean;
  state?: StationView | null;
  shot?: LiveShot | null;
  notice?: { kind: string; text: string; said?: Schemas['Said'] | null } | null;
  trace?: { samples: TraceSample[] } | null;
}

export interface LiveShot {
  shot: number;
  zone: string | null;
  outcome: 'delivered' | 'not-delivered' | 'unknown';
  depth_um: number;
  volume_nl: number;
  /** It was cut short of its dose. */
  partial: boolean;
}

export interface TraceSample {
  t_ms: number;
  pressure_kpa: number | null;
  needle_um: number | null;
}

export interface LiveState {
  /** The station as it stood when last heard of; null before the first word. */
  station: StationView | null;
  /** Whether the host is heard. */
  connected: boolean;
  /** Nothing was heard for so long that what is shown is no longer so. */
  stale: boolean;
}

/** A second without a word from the host, and what is shown is said to be stale: the beat comes every 250 ms. */
export const staleAfterMs = 1_000;

// A tick and a frame are left to show it within the second.
const silenceMs = staleAfterMs - 200;
const tickMs = 100;
// Until the first word of a new page: to load and connect takes longer than a beat.
const firstWordMs = 4_000;
// A host that hangs keeps its line open: it is given up after this, and sought anew.
const deadMs = 5_000;

const nothing: LiveState = { station: null, connected: false, stale: false };
let state = nothing;
let heardAt = performance.now();
let beats = false;
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
  const next = { ...state, ...change };
  if (next.station === state.station && next.connected === state.connected && next.stale === state.stale) return;
  state = next;
  for (const watcher of watchers) watcher();
}

/** What is the same as before stays the same object, so that only what has changed is drawn anew. */
export function showStation(station: StationView): void {
  show({ station: replaceEqualDeep(state.station, station), connected: true, stale: false });
}

function take(item: LiveItem): void {
  heardAt = performance.now();
  if (item.kind === 'beat') beats = true;
  if (item.kind === 'state' && item.state) showStation(item.state);
  else if (state.stale) show({ stale: false });
  for (const listener of listeners) listener(item);
}

/** Whether silence means that the host is lost: before the first beat it may have nothing to say. */
function isStale(): boolean {
  if (state.station === null) return silentMs() > firstWordMs;
  return (beats || !state.connected) && silentMs() > silenceMs;
}

/** Follows the station until the answer is called; goes on where it was after a break. */
export function follow(): () => void {
  let ended = false;
  let last: { feed: string; number: number } | null = null;
  heardAt = performance.now();
  const connection = new HubConnectionBuilder()
    // Nothing is negotiated: every browser that shows this page has WebSockets.
    .withUrl('/live', { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => 500 })
    .configureLogging(LogLevel.None)
    .build();
  const listen = () =>
    connection.stream<LiveItem>('Follow', last).subscribe({
      next: (item) => {
        if (ended) return;
        if (item.kind === 'beat') connection.serverTimeoutInMilliseconds = deadMs;
        else if (item.kind !== 'trace') last = { feed: item.feed, number: item.number };
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
    if (!ended) void start();
  });
  const tick = setInterval(() => {
    if (isStale()) show({ stale: true });
  }, tickMs);
  void start();
  return () => {
    ended = true;
    clearInterval(tick);
    void connection.stop();
    beats = false;
    state = nothing;
  };
}
