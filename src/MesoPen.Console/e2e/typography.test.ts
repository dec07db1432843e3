import { describe, expect, it } from 'vitest';
import { misprints } from './typography';

// Aim: what could be misread is found, each by its own rule. A judge that sees nothing would pass every page.
describe('misprints', () => {
  it.each([
    ['Dose .5 mL', 'no leading zero'],
    ['Dose ,5 mL', 'no leading zero'],
    ['Dose 0.50 mL', 'trailing zero'],
    ['Dose 0,50 mL', 'trailing zero'],
    ['Dose 1.0 mm', 'trailing zero'],
    ['Dose 2.50\u00a0mm', 'trailing zero'],
    ['Dose 0.500 mL', 'trailing zero'],
    ['Dose 20µL', 'no space before the unit'],
    ['in 43ms', 'no space before the unit'],
    ['20 uL', 'a unit that is misread'],
    ['20 ml', 'a unit that is misread'],
    // The Greek letter in place of the micro sign.
    ['20 μL', 'a unit that is misread'],
  ])('%j: %s', (text, rule) => expect(misprints(text).join()).toContain(rule));

  it.each([
    'Dose 20 µL of 1.06 mm, 0.5 mL left',
    '0,5 mL',
    '10.05 mm',
    '20 mL',
    '100 ms',
    '12,000 ms',
    'Lot 21103EX, P-0001, v1.0, 2026-11-28, 15 mg/mL',
    'step 3s1',
    'version 1.10 stands',
  ])('%j is well printed', (text) => expect(misprints(text)).toEqual([]));
});
