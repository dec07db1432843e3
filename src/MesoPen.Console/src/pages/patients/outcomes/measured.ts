import i18next from 'i18next';
import type { Schemas } from '../../../api/client';

export type Series = Schemas['OutcomeSeries'];

/** Units that the host takes, as UCUM writes them, and as people do. */
export const units: Readonly<Record<string, string>> = {
  '%': '%',
  '1': '',
  "[arb'U]": 'AU',
  '{score}': '',
  uS: 'µS',
  um: 'µm',
  mm: 'mm',
  'g/(m2.h)': 'g/(m²·h)',
};

/** A value with its unit as clinical views show it: no trailing zero, a space before the unit. The record keeps every digit that was read. */
export function measured(value: string, unit: string): string {
  const language = i18next.language || 'en';
  // Where the sign of parts of a hundred stands is the language's: 41.3%, %41,3, 41,3 %.
  if (unit === '%')
    return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 6 }).format(Number(value) / 100);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(Number(value));
  const sign = units[unit] ?? unit;
  return sign === '' ? number : `${number}\u00a0${sign}`;
}

/** Where the points of a series lie in a field of a width and a height, by day and value. */
export function placed(series: Series, width: number, height: number, margin: number): { x: number; y: number }[] {
  const days = series.points.map((point) => Date.parse(point.day));
  const values = series.points.map((point) => Number(point.value));
  const at = (value: number, all: readonly number[], room: number) => {
    const least = Math.min(...all);
    const span = Math.max(...all) - least;
    return span === 0 ? room / 2 : ((value - least) / span) * room;
  };
  return series.points.map((_, index) => ({
    x: margin + at(days[index] ?? 0, days, width - 2 * margin),
    y: height - margin - at(values[index] ?? 0, values, height - 2 * margin),
  }));
}
