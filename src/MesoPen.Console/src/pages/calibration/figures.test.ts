import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { decimalsOf, expanded, figure, fixed, nominal, ofReference, printed, shownBy, three, typed, up, whole } from './figures';
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

  // The values are those of the host's FigureText for the same numbers.
  it('round as the certificate does', () => {
    expect(plain(expanded(0.0301, 'µL'))).toBe('0.031 µL');
    expect(plain(expanded(0.030000000000000002, 'µL'))).toBe('0.030 µL');
    expect(plain(expanded(0.0995, 'µL'))).toBe('0.100 µL');
    expect(plain(expanded(10, 'µm'))).toBe('10 µm');
    expect(plain(expanded(12.01, 'µm'))).toBe('13 µm');
    expect(up(2.675, 2)).toBe(2.68);
    expect(fixed(1.005, 2)).toBe('1.00');
    expect(plain(three(0.0004, 'mg'))).toBe('4.00E-4 mg');
    expect([123.4, 12.34, 1.234, 0.1234, 0.01234, 0.001234].map((each) => plain(three(each, 'mg')))).toEqual([
      '123 mg',
      '12.3 mg',
      '1.23 mg',
      '0.123 mg',
      '0.0123 mg',
      '0.00123 mg',
    ]);
  });

  it('stand as a document prints them', () => {
    expect(plain(printed('20.050', 'µL'))).toBe('20.050 µL');
    expect(plain(printed('0.030', 'µL', true))).toBe('+0.030 µL');
    expect(plain(printed('-3', 'µm', true))).toBe('\u22123 µm');
    expect(printed('pass', '')).toBe('pass');
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
