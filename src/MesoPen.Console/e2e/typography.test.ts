import { describe, expect, it } from 'vitest';
import { type Language, misprints } from './typography';

// Aim: what could be misread is found, each by its own rule. A judge that sees nothing would pass every page.
describe('misprints', () => {
  it.each([
    ['Dose .5 mL', 'no leading zero'],
    ['Dose ,5 mL', 'no leading zero'],
    ['Dose 0.50 mL', 'trailing zero'],
    ['Dose 1.0 mm', 'trailing zero'],
    ['Dose 2.50\u00a0mm', 'trailing zero'],
    ['Dose 0.500 mL', 'trailing zero'],
    ['Dose 1.060 mm', 'trailing zero'],
    ['Dose 0,50 mL', 'a decimal mark of another language'],
    ['Dose 0,5 mL', 'a decimal mark of another language'],
    ['Dose 1,06\u00a0mm', 'a decimal mark of another language'],
    ['Dose 20µL', 'no space before the unit'],
    ['in 43ms', 'no space before the unit'],
    ['1-20µL/min', 'no space before the unit'],
    ['0.5mL', 'no space before the unit'],
    ['20 uL', 'a unit that is misread'],
    ['20 ml', 'a unit that is misread'],
    // The Greek letter in place of the micro sign.
    ['20 μL', 'a unit that is misread'],
    ['20 % more', 'parts of a hundred'],
  ])('%j: %s', (text, rule) => expect(misprints(text).join()).toContain(rule));

  it.each([
    'Dose 20 µL of 1.06 mm, 0.5 mL left',
    '10.05 mm',
    '20 mL',
    '100 ms',
    '12,000 ms',
    '1,234.5 µL',
    'Lot 21103EX, P-0001, v1.0, 2026-11-28, 15 mg/mL',
    'step 3s1',
    'The folder /tmp/mesopen-HtxU9h/gun is of the simulator',
    'version 1.10 stands',
    '20% of 5 mL',
  ])('%j is well printed', (text) => expect(misprints(text)).toEqual([]));
});

// Aim: each language is held to its own marks: what is right in one is refused in another.
describe('misprints of other languages', () => {
  it.each<[Language, string, string]>([
    ['tr', '0,50 mL', 'trailing zero'],
    ['fr', '1,060\u00a0mm', 'trailing zero'],
    ['es', '2,0 mm', 'trailing zero'],
    ['tr', ',5 mL', 'no leading zero'],
    ['fr', '20µL', 'no space before the unit'],
    ['es', '0.5 mL', 'a decimal mark of another language'],
    ['tr', '1.06 mm', 'a decimal mark of another language'],
    ['tr', '0.123 mL', 'a decimal mark of another language'],
    // Thousands have a space in French: a point is always the mark of another language.
    ['fr', '12.345 ms', 'a decimal mark of another language'],
    ['fr', '20%', 'parts of a hundred'],
    ['es', '20%', 'parts of a hundred'],
    ['tr', '20%', 'parts of a hundred'],
    ['tr', '20 %', 'parts of a hundred'],
  ])('%s %j: %s', (language, text, rule) => expect(misprints(text, language).join()).toContain(rule));

  it.each<[Language, string]>([
    ['tr', '0,5 mL, 1,06 mm, 12.345 ms, %20'],
    ['fr', '0,5\u00a0mL, 1,06\u00a0mm, 12\u202f345 ms, 20\u00a0%'],
    ['es', '0,5 mL, 1,06 mm, 12.345 ms, 20 %'],
    ['es', '1.234,5 µL'],
  ])('%s %j is well printed', (language, text) => expect(misprints(text, language)).toEqual([]));
});
