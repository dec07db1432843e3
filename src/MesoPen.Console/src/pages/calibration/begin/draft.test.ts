import { describe, expect, it } from 'vitest';
import { begun, emptyDraft, pointsAsked, stated, unreadable, wrongOf } from './draft';

const point = { key: 1, nominal: '20', tolerance: '', source: '', replicates: '', shots: '' };
const draft = {
  ...emptyDraft,
  device: 'D-1',
  model: 'gun-5',
  instrument: 'tcp://balance:4001?protocol=sbi',
  months: '12',
  customer: 'Own clinic',
  place: 'Room 2',
  condition: 'In use',
};

// Aim: nothing is begun that the person did not state: no tolerance without its source, no term by default, no number that was not typed.
describe('a calibration before it is begun', () => {
  it('asks for what has no default', () => {
    expect([...wrongOf(emptyDraft)].sort()).toEqual(['condition', 'customer', 'device', 'instrument', 'months', 'place']);
    expect(wrongOf(draft).size).toBe(0);
    expect(wrongOf({ ...draft, months: '0' })).toContain('months');
  });

  it('takes no tolerance without its source', () => {
    expect(pointsAsked({ kind: 'volume', points: [{ ...point, tolerance: '0.4' }] })).toBeNull();
    expect(pointsAsked({ kind: 'volume', points: [{ ...point, tolerance: '0.4', source: 'Sheet 3' }] })).toEqual([
      { nominal: 20_000, tolerance: 400, tolerance_source: 'Sheet 3', replicates: null, shots_per_reading: null },
    ]);
  });

  it('names each field that cannot be read, and nothing that is only empty', () => {
    expect([...unreadable('volume', { ...point, nominal: '' })]).toEqual([]);
    const bad = { ...point, nominal: 'abc', tolerance: '0', replicates: '1', shots: '1001' };
    expect([...unreadable('volume', bad)]).toEqual(['nominal', 'tolerance', 'replicates', 'shots']);
    for (const field of ['nominal', 'replicates', 'shots'] as const)
      expect(pointsAsked({ kind: 'volume', points: [{ ...point, [field]: 'abc' }] })).toBeNull();
    expect(pointsAsked({ kind: 'volume', points: [{ ...point, nominal: '' }] })).toBeNull();
  });

  it('begins no occlusion whose tolerance nobody states', () => {
    const occlusion = { ...draft, kind: 'occlusion' as const };
    const proposed = stated('occlusion', { nominal: 1_200, replicates: 3 });
    expect(wrongOf(occlusion)).toContain('points');
    expect(wrongOf({ ...occlusion, points: [proposed] })).toContain('points');
    expect(wrongOf({ ...occlusion, points: [{ ...proposed, tolerance: '120' }] })).toContain('points');
    expect(wrongOf({ ...occlusion, points: [{ ...proposed, tolerance: '120', source: 'Sheet 3' }] }).size).toBe(0);
  });

  it('sends what was typed, and leaves the rest to profile and planner', () => {
    expect(begun(draft)).toMatchObject({
      points: null,
      instrument: draft.instrument,
      months_valid: 12,
      drain_ms: 2_000,
      blank_ms: 120_000,
      needles: null,
    });
    expect(begun({ ...draft, typed: true }).instrument).toBeNull();
    expect(begun({ ...draft, kind: 'depth', needles: '5' })).toMatchObject({ needles: 5, drain_ms: null });
  });
});
