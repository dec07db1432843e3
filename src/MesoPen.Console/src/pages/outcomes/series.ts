import type { Schemas } from '../../api/client';

/** Place of a value in a drawing. */
export interface Dot {
  x: number;
  y: number;
}

/** Where the values of a series stand in a field of this size: days from left to right, values from the bottom. One value, or equal ones, in the middle. */
export function dots(points: readonly Schemas['OutcomePoint'][], width: number, height: number): Dot[] {
  const days = points.map((point) => Date.parse(`${point.day}T00:00:00Z`));
  const values = points.map((point) => Number(point.value));
  const place = (value: number, all: readonly number[], size: number) => {
    const least = Math.min(...all);
    const span = Math.max(...all) - least;
    return span === 0 ? size / 2 : ((value - least) / span) * size;
  };
  return points.map((_, index) => ({
    x: place(days[index] ?? 0, days, width),
    y: height - place(values[index] ?? 0, values, height),
  }));
}

/** Units of outcomes as UCUM writes them, by the word that says them. */
export const unitWords = {
  '1': 'one',
  '%': 'percent',
  "[arb'U]": 'arbitrary',
  '{score}': 'score',
  uS: 'conductance',
  um: 'um',
  mm: 'mm',
  'g/(m2.h)': 'loss',
} as const;
export type OutcomeUnit = keyof typeof unitWords;

export function isUnit(unit: string): unit is OutcomeUnit {
  return unit in unitWords;
}
