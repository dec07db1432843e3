import { describe, expect, test } from 'vitest';
import { disagreeing, range, type Shot, sorted, sums, total } from './sums';

const shot = (number: number, zone: string | null, outcome: string, volume_nl: number, more: Partial<Shot> = {}): Shot => ({
  shot: number,
  zone,
  outcome,
  volume_nl,
  depth_um: 900,
  partial: false,
  sequence: 1000 + number,
  at: new Date(1_936_000_000_000 + number * 100).toISOString(),
  ...more,
});

const shots = [
  shot(1, 'forehead', 'delivered', 20_000),
  shot(2, 'forehead', 'unknown', 20_000),
  shot(3, 'cheek.left', 'not-delivered', 1_500, { partial: true }),
  shot(4, 'cheek.left', 'delivered', 19_999),
  shot(5, null, 'delivered', 1),
];

describe('sums', () => {
  // Aim: each shot is counted once, in its zone and under its outcome, and nothing of its volume is lost; what is unknown stands apart.
  test('by zone and outcome, to the last nanolitre', () => {
    expect(sums(shots)).toEqual([
      { zone: 'forehead', shots: 1, unknown_shots: 1, not_delivered_shots: 0, volume_nl: 20_000, unknown_nl: 20_000 },
      { zone: 'cheek.left', shots: 1, unknown_shots: 0, not_delivered_shots: 1, volume_nl: 21_499, unknown_nl: 0 },
      { zone: '', shots: 1, unknown_shots: 0, not_delivered_shots: 0, volume_nl: 1, unknown_nl: 0 },
    ]);
    expect(total(sums(shots))).toEqual({
      shots: 3,
      unknown_shots: 1,
      not_delivered_shots: 1,
      volume_nl: 41_500,
      unknown_nl: 20_000,
    });
  });

  // Aim: a record whose sums are not those of its shots is found out, whichever side lacks the zone.
  test('that were told differently are named', () => {
    const told = sums(shots);
    expect(disagreeing(shots, told)).toEqual([]);
    expect(disagreeing(shots, told.toReversed())).toEqual([]);
    expect(
      disagreeing(
        shots,
        told.map((sum) => (sum.zone === 'forehead' ? { ...sum, volume_nl: 19_999 } : sum)),
      ),
    ).toEqual(['forehead']);
    expect(disagreeing(shots.slice(0, 2), told)).toEqual(['cheek.left', '']);
    expect(disagreeing(shots, told.slice(1))).toEqual(['forehead']);
  });
});

describe('order', () => {
  const order = (by: Parameters<typeof sorted>[1], descending = false) =>
    sorted(shots, by, descending).map(({ shot: one }) => one);

  // Aim: the unknown come first when somebody sorts by outcome; the like stay in the device's order, both ways.
  test('by outcome puts what needs a look first', () => {
    expect(order('outcome')).toEqual([2, 3, 1, 4, 5]);
    expect(order('outcome', true)).toEqual([1, 4, 5, 3, 2]);
  });

  // Aim: numbers are sorted as numbers, and the shots that were given stay as they were.
  test('by volume, depth, zone, time and number', () => {
    const before = structuredClone(shots);
    expect(order('volume')).toEqual([5, 3, 4, 1, 2]);
    expect(order('volume', true)).toEqual([1, 2, 4, 3, 5]);
    expect(order('zone')).toEqual([5, 3, 4, 1, 2]);
    expect(order('at', true)).toEqual([5, 4, 3, 2, 1]);
    expect(order('shot', true)).toEqual([5, 4, 3, 2, 1]);
    expect(order('depth')).toEqual([1, 2, 3, 4, 5]);
    expect(shots).toEqual(before);
  });

  // Aim: the range that an adverse event is tied to covers exactly the shots shown.
  test('does not matter to the range', () => {
    expect(range(sorted(shots, 'volume', false))).toEqual({ first: 1, last: 5 });
    expect(range([])).toBeNull();
  });
});
