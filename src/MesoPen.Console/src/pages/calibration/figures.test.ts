import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { decimalsOf, figure, nominal, ofReference, shownBy, typed, whole } from './figures';
import type { Reference } from './model';

beforeAll(() => i18next.init({ lng: 'en', resources: {} }));

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

// Aim: an engineer reads what was measured, no more and no less: the last zero stands, the zero before the mark stands, the unit stands apart.
describe('figures', () => {
  it('keep their resolution', () => {
    expect(figure(0.5, 3, 'µL')).toBe('0.500\u00a0µL');
    expect(figure(-0.25, 2, 'mg', true)).toBe('\u22120.25\u00a0mg');
    expect(figure(0.25, 2, 'mg', true)).toBe('+0.25\u00a0mg');
    expect(plain(nominal('volume', 20_000))).toBe('20 µL');
    expect(plain(nominal('depth', 1_500))).toBe('1,500 µm');
  });

  it('state an uncertainty with two digits', () => {
    expect([0.0314, 0.31, 3.1, 31, 310, 0, Number.NaN].map(decimalsOf)).toEqual([3, 2, 1, 0, 0, 3, 3]);
  });

  it('show a weight as its balance does', () => {
    const balance = { role: 'balance', resolution: 10_000 } as Reference;
    expect(plain(shownBy('volume', 50_197_400_000, [balance]))).toBe('50,197.40 mg');
    expect(plain(shownBy('volume', 1_000_000, [{ ...balance, resolution: 1_000_000 }]))).toBe('1 mg');
    expect(plain(shownBy('depth', 1_500, []))).toBe('1.500 µm');
  });

  it('read what is typed, and round nothing', () => {
    expect(whole('20,05', 1_000)).toBe(20_050);
    expect(whole('20.0005', 1_000)).toBeNull();
    expect(whole('-1.5', 1_000)).toBeNull();
    expect(whole('\u22121.5', 1_000, true)).toBe(-1_500);
    expect(whole('', 10)).toBeNull();
    expect(whole('1e3', 10)).toBeNull();
  });

  it('write what they read', () => {
    for (const [value, scale] of [
      [10_000, 1_000_000],
      [0, 1_000],
      [2_000, 1_000],
      [120, 1],
      [1_013_2, 10],
    ] as const)
      expect(whole(typed(value, scale), scale)).toBe(value);
    expect(typed(120, 1)).toBe('120');
    expect(typed(2_000, 1_000)).toBe('2');
    expect(plain(ofReference('balance', 10_000))).toBe('0.01 mg');
  });
});
