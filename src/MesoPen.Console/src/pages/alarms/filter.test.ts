import { describe, expect, it } from 'vitest';
import { bounds, type EventView, mayHaveOlder, sessionOf, within } from './filter';

const event = (at: string) => ({ at }) as EventView;
const events = [event('2026-11-28T12:00:00'), event('2026-11-27T12:00:00'), event('2026-11-20T12:00:00')];

// Aim: a filter by days loses nothing at its ends, and goes on reading until its first day is past.
describe('events', () => {
  it('of days: both ends are in', () => {
    expect(within(events, { from: '2026-11-27', to: '2026-11-28' })).toHaveLength(2);
    expect(within(events, { from: '', to: '2026-11-27' })).toHaveLength(2);
    expect(within(events, { from: '', to: '' })).toHaveLength(3);
  });

  it('are read on while the first day is not past', () => {
    expect(mayHaveOlder(events, '2026-11-20')).toBe(true);
    expect(mayHaveOlder(events, '2026-11-21')).toBe(false);
    expect(mayHaveOlder([], '2026-11-21')).toBe(true);
  });

  // A day of 23 or 25 hours ends at midnight too.
  it('are asked for to the end of the last day', () => {
    expect(bounds({ from: '', to: '' })).toEqual({});
    expect(bounds({ from: '2026-03-29', to: '2026-03-29' })).toEqual({
      from: new Date(2026, 2, 29).toISOString(),
      until: new Date(2026, 2, 30).toISOString(),
    });
  });

  it('name their session', () => {
    expect(sessionOf('S-1')).toBe('S-1');
    expect(sessionOf('treatment/S-1')).toBe('S-1');
    expect(sessionOf('lot/L-1')).toBeNull();
  });
});
