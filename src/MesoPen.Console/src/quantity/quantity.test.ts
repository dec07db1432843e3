import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { count, duration, length, parseScaled, volume } from './quantity';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

// Aim: dose typography holds for every dose that a device can give: a leading zero, no trailing zero, a space before the unit.
describe('in English', () => {
  beforeAll(async () => {
    await i18next.init({ lng: 'en', resources: {} });
  });

  it.each([
    [20_000, '20 µL'],
    [500, '0.5 µL'],
    [1, '0.001 µL'],
    [999_999, '999.999 µL'],
    [1_000_000, '1 mL'],
    [2_500_000, '2.5 mL'],
    [1_234_567, '1.234567 mL'],
    [0, '0 µL'],
  ])('says %d nL as %s', (nl, said) => expect(plain(volume(nl))).toBe(said));

  it.each([
    [900, '0.9 mm'],
    [1_060, '1.06 mm'],
    [13_000, '13 mm'],
    [1, '0.001 mm'],
  ])('says %d µm as %s', (um, said) => expect(plain(length(um))).toBe(said));

  it.each([
    [43, '43 ms'],
    [1_000, '1 s'],
    [1_549, '1.5 s'],
    [180_000, '3 min'],
  ])('says %d ms as %s', (ms, said) => expect(plain(duration(ms))).toBe(said));

  it('loses nothing: a dose reads back as it was', () => {
    for (let nl = 0; nl < 1_000_000; nl += 997) {
      expect(parseScaled(plain(volume(nl)).replace(' µL', ''), 1_000)).toBe(nl);
    }
  });
});

// Aim: the decimal mark is the language's, and the rules are the same.
describe('in other languages', () => {
  it.each(['tr', 'fr', 'es'])('%s writes a comma', async (language) => {
    await i18next.init({ lng: language, resources: {} });
    expect(plain(volume(500))).toBe('0,5 µL');
    expect(plain(length(1_060))).toBe('1,06 mm');
    expect(plain(count(12_345))).toMatch(/^12[. ]345$/);
  });
});

// Aim: what a person types is taken exactly or not at all: nothing is rounded, nothing is guessed.
describe('typed numbers', () => {
  it.each([
    ['0.9', 1_000, 900],
    ['0,9', 1_000, 900],
    [' 13 ', 1_000, 13_000],
    ['1.060', 1_000, 1_060],
    ['0.0001', 1_000, null],
    ['.5', 1_000, null],
    ['1e3', 1_000, null],
    ['-1', 1_000, null],
    ['1.2.3', 1_000, null],
    ['', 1_000, null],
    ['9999999999', 1_000, null],
  ])('%j times %d is %s', (text, scale, value) => expect(parseScaled(text, scale)).toBe(value));
});
