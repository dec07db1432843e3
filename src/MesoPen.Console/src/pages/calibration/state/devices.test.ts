import { describe, expect, it } from 'vitest';
import { type Heard, rows } from './devices';

const today = '2026-11-28';
const heard = (serial: string, due: string | null, at = '2026-11-01T08:00:00Z'): Heard => ({
  serial,
  due,
  at,
  profile: 'gun-5',
  firmware: '1.0',
  where: 'session',
});
const state = (due: string | null) => rows([heard('A', due)], today)[0]?.state;

// Aim: no expired or uncalibrated device looks calibrated, and an old word never hides a newer one.
describe('calibration', () => {
  it('counts its last day in', () => {
    expect(state('2026-11-27')).toBe('expired');
    expect(state('2026-11-28')).toBe('good');
    expect(state(null)).toBe('never');
  });

  it('takes what was heard last', () => {
    const found = rows([heard('A', null, '2026-11-02T00:00:00Z'), { ...heard('A', '2027-01-31'), name: 'Room 1' }], today);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ state: 'never', name: 'Room 1' });
  });

  it('shows the worst first', () => {
    expect(
      rows([heard('A', '2027-01-31'), heard('B', '2026-01-01'), heard('C', null)], today).map((each) => each.serial),
    ).toEqual(['C', 'B', 'A']);
    expect(
      rows([heard('A', '2027-01-31'), heard('B', '2026-01-01')], today, (serial) => serial === 'A').map((each) => each.serial),
    ).toEqual(['A', 'B']);
  });
});
