import { useEffect, useSyncExternalStore } from 'react';
import type { Alarm, Priority } from './alarms';

/**
 * What is heard: a click a shot, two tones when a zone is done, bursts for alarms. Browsers keep sound locked until somebody has touched the
 * page: then that is said, with a button that unlocks it.
 */
interface SoundState {
  locked: boolean;
  muted: boolean;
}

const mutedKey = 'treat-muted';
let context: AudioContext | null = null;
let state: SoundState = { locked: true, muted: localStorage.getItem(mutedKey) === 'yes' };
const watchers = new Set<() => void>();

function show(change: Partial<SoundState>): void {
  state = { ...state, ...change };
  for (const watcher of watchers) watcher();
}

function open(): AudioContext | null {
  if (context === null && typeof AudioContext !== 'undefined') {
    context = new AudioContext({ latencyHint: 'interactive' });
    context.onstatechange = () => show({ locked: context?.state !== 'running' });
    show({ locked: context.state !== 'running' });
  }
  return context;
}

/** Asks the browser for sound: in answer to a press it gives it. */
export function unlock(): void {
  void open()?.resume();
}

export function setMuted(muted: boolean): void {
  localStorage.setItem(mutedKey, muted ? 'yes' : 'no');
  show({ muted });
}

/** Whether sound is locked by the browser, or muted by a person. */
export function useSound(): SoundState {
  useEffect(() => {
    open();
    const press = () => unlock();
    window.addEventListener('pointerdown', press);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('pointerdown', press);
      window.removeEventListener('keydown', press);
    };
  }, []);
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}

/** One tone, with edges soft enough not to crack. */
function tone(hertz: number, afterS: number, lengthS: number, loud: number): void {
  if (context === null || context.state !== 'running' || state.muted) return;
  const at = context.currentTime + afterS;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loud, at + Math.min(0.01, lengthS / 4));
  gain.gain.setValueAtTime(loud, at + lengthS * 0.7);
  gain.gain.linearRampToValueAtTime(0, at + lengthS);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + lengthS + 0.01);
}

export function clickOfShot(): void {
  tone(1_200, 0, 0.025, 0.25);
}

export function tonesOfZoneDone(): void {
  tone(660, 0, 0.16, 0.3);
  tone(880, 0.2, 0.22, 0.3);
}

// Pulses of IEC 60601-1-8: ten in two groups of five for high, three for medium, two for low priority. Pitches are our own.
const bursts: Record<Priority, { hertz: number; at: readonly number[]; length: number; againMs: number | null }> = {
  high: { hertz: 880, at: [0, 0.2, 0.4, 0.75, 0.95, 1.6, 1.8, 2, 2.35, 2.55], length: 0.15, againMs: 5_000 },
  medium: { hertz: 660, at: [0, 0.35, 0.7], length: 0.2, againMs: 10_000 },
  low: { hertz: 440, at: [0, 0.35], length: 0.2, againMs: null },
};

function burst(priority: Priority): void {
  const { hertz, at, length } = bursts[priority];
  for (const afterS of at) tone(hertz, afterS, length, priority === 'low' ? 0.25 : 0.5);
}

/** Sounds the most pressing alarm: at once when it comes, and again as long as it stands. */
export function useAlarmSound(alarms: readonly Alarm[]): void {
  const first = alarms[0];
  const key = first ? `${first.priority} ${first.id}` : '';
  useEffect(() => {
    if (key === '') return;
    const priority = key.split(' ')[0] as Priority;
    burst(priority);
    const { againMs } = bursts[priority];
    if (againMs === null) return;
    const again = setInterval(() => burst(priority), againMs);
    return () => clearInterval(again);
  }, [key]);
}
