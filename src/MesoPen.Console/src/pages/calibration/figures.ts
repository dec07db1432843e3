/**
 * Numbers of an engineer: they keep their resolution, so a last zero stands if it was measured. A leading zero, a no-break space before the unit, a
 * minus that is a minus.
 */
import i18next from 'i18next';
import type { Kind, Reference } from './model';

const space = '\u00a0';

/** A number with so many decimals, rounded as the host rounds it: by its exact value, not by its shortest decimal. */
export function fixed(value: number, decimals: number, signed = false): string {
  const exact = Number(value.toFixed(decimals));
  return new Intl.NumberFormat(i18next.language || 'en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative',
  })
    .format(exact)
    .replace('-', '\u2212');
}

/** A number with its unit. */
export function figure(value: number, decimals: number, unit: string, signed = false): string {
  return `${fixed(value, decimals, signed)}${space}${unit}`;
}

/** What is measured, as it is shown: what the kept number is divided by, the unit, the decimals of a value that was set. */
export const scales: Record<Kind, { per: number; unit: string; decimals: number }> = {
  volume: { per: 1_000, unit: 'µL', decimals: 3 },
  depth: { per: 1, unit: 'µm', decimals: 0 },
  occlusion: { per: 1, unit: 'kPa', decimals: 0 },
};

/** A result of the host in the unit in which it is printed, multiplied as the host does it. */
export function inUnit(kind: Kind, value: number): number {
  return value * (1 / scales[kind].per);
}

/**
 * Decimals with which an uncertainty has two digits that count (JCGM 100:2008, 7.2.6); what it is of is shown with as many. As the certificate prints
 * them: both say the same.
 */
export function decimalsOf(uncertainty: number): number {
  if (!Number.isFinite(uncertainty) || uncertainty <= 0) return 3;
  let decimals = 0;
  for (let scaled = uncertainty; scaled < 10 && decimals < 9; scaled *= 10) decimals++;
  return decimals;
}

/** An uncertainty rounded up at a number of decimals, from its fifteen digits: no binary dust makes it a step larger. */
export function up(value: number, decimals: number): number {
  const steps = Number((Number(value.toPrecision(15)) * 10 ** decimals).toPrecision(15));
  return Math.ceil(steps) / 10 ** decimals;
}

/** An expanded uncertainty with two digits, rounded up. */
export function expanded(value: number, unit: string): string {
  const decimals = decimalsOf(value);
  return figure(up(value, decimals), decimals, unit);
}

/** With three digits that count, for lines of a budget whose sizes differ by powers of ten. */
export function three(value: number, unit: string): string {
  const size = Math.abs(value);
  if (size === 0) return figure(0, 0, unit);
  if (size < 0.001 || size >= 100_000) {
    const [mantissa = '', exponent = ''] = value.toExponential(2).split('e');
    return `${fixed(Number(mantissa), 2)}E${exponent}${space}${unit}`;
  }
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5;
  return figure(value, digits, unit);
}

/** A figure as a document prints it, with the digits that stand there and the language's decimal mark. */
export function printed(value: string, unit: string, signed = false): string {
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(value);
  if (decimals === null) return unit === '' ? value : `${value}${space}${unit}`;
  const number = fixed(Number(value), decimals[1]?.length ?? 0, signed);
  return unit === '' ? number : `${number}${space}${unit}`;
}

/** A value that was set, exactly: 20 µL, 1.5 mm needs no more digits than it has. */
export function nominal(kind: Kind, value: number): string {
  const { per, unit, decimals } = scales[kind];
  return `${new Intl.NumberFormat(i18next.language || 'en', { maximumFractionDigits: decimals }).format(value / per)}${space}${unit}`;
}

/** Units of references: what the kept number is divided by, and its decimals. */
export const referenceUnits: Record<string, { per: number; unit: string }> = {
  balance: { per: 1_000_000, unit: 'mg' },
  weights: { per: 1_000_000, unit: 'mg' },
  gauge: { per: 1_000, unit: 'µm' },
  pressure: { per: 1_000, unit: 'kPa' },
  thermometer: { per: 1_000, unit: '°C' },
  barometer: { per: 100, unit: 'hPa' },
  hygrometer: { per: 10, unit: '%' },
};

export const referenceRoles = ['balance', 'weights', 'gauge', 'pressure', 'thermometer', 'barometer', 'hygrometer'] as const;
export type ReferenceRole = (typeof referenceRoles)[number];

/** An amount of a reference, exactly. */
export function ofReference(role: string, amount: number): string {
  const { per, unit } = referenceUnits[role] ?? { per: 1, unit: '' };
  return `${new Intl.NumberFormat(i18next.language || 'en', { maximumFractionDigits: 9 }).format(amount / per)}${space}${unit}`;
}

/** What an instrument shows, with as many decimals as it resolves: ng in mg, nm in µm. */
export function shownBy(kind: Kind, value: number, references: readonly Reference[]): string {
  const weighed = kind === 'volume';
  const reference = references.find((each) => each.role === (weighed ? 'balance' : 'gauge'));
  const per = weighed ? 1_000_000 : 1_000;
  const step = (reference?.resolution ?? per / 1_000) / per;
  const decimals = Math.min(9, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  return figure(value / per, Number.isFinite(decimals) ? decimals : 3, weighed ? 'mg' : 'µm');
}

/**
 * Reads a decimal as a person types it, with a comma or a point, into whole numbers of a finer unit; null for what is no number, or finer than that
 * unit: nothing is rounded.
 */
export function whole(text: string, scale: number, signed = false): number | null {
  const clean = text.trim().replace(',', '.').replace('\u2212', '-');
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?$/.exec(clean);
  if (match === null || (match[1] === '-' && !signed)) return null;
  const digits = Math.round(Math.log10(scale));
  const fraction = match[3] ?? '';
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const value = Number(match[2]) * scale + Number(fraction.slice(0, digits).padEnd(digits, '0') || '0');
  return Number.isSafeInteger(value) ? (match[1] === '-' ? -value : value) : null;
}

/** Whole numbers of a finer unit as text that `whole` reads. */
export function typed(value: number, scale: number): string {
  const digits = Math.round(Math.log10(scale));
  return (value / scale).toFixed(digits).replace(/\.?0+$/, digits > 0 ? '' : '$&');
}
