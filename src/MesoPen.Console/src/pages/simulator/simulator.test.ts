import { describe, expect, test } from 'vitest';
import { type Fault, inRange, scaleOf, specOf, unitOf } from './simulator';

const fault = (more: Partial<Fault>): Fault => ({
  name: 'occlusion',
  group: 'device',
  usage: '',
  summary: '',
  from_start: false,
  for_ms: 1000,
  ...more,
});
const leak = fault({ name: 'leak', value: 200, min: 1, max: 1000, unit: 'permille', for_ms: null });

describe('a fault as it is written', () => {
  // Aim: what the page asks for is what the catalogue's grammar says, and begins at once.
  test('begins now, with its value and its end if they were chosen', () => {
    expect(specOf(fault({}), null, 'usual')).toBe('occlusion@now');
    expect(specOf(fault({}), null, '5')).toBe('occlusion@now,for=5s');
    expect(specOf(leak, 300, '60')).toBe('leak=300@now,for=60s');
  });

  test('of an instant has no end', () => {
    expect(specOf(fault({ name: 'air', for_ms: 0, min: 1, max: 9 }), 5, '60')).toBe('air=5@now');
  });

  test('takes whole numbers of its range and no others', () => {
    expect([0, 1, 1000, 1001, 1.5, null].map((value) => inRange(leak, value))).toEqual([false, true, true, false, false, false]);
    expect(inRange(fault({}), null)).toBe(true);
  });

  test('has a unit that people know', () => {
    expect(unitOf(leak)).toBe('‰');
    expect(unitOf(fault({ unit: 'shots' }))).toBe('shots');
    expect([unitOf(fault({ unit: 'cc' })), scaleOf(fault({ unit: 'cc' }))]).toEqual(['°C', 100]);
    expect([unitOf(fault({ unit: 'nl' })), scaleOf(fault({ unit: 'nl' }))]).toEqual(['µL', 1_000]);
    expect(scaleOf(leak)).toBe(1);
  });
});
