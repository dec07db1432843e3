/**
 * Dose typography, of every clinical view: a leading zero, no trailing zero, a space between number and unit. The decimal mark is the
 * language's. Exact: the numbers are integers of nL and µm, and nothing of them is rounded away.
 */
import i18next from 'i18next';

/** Keeps number and unit on one line. */
const space = '\u00a0';

function fixed(value: number, digits: number): string {
  return new Intl.NumberFormat(i18next.language || 'en', { maximumFractionDigits: digits }).format(value);
}

/** A dose or volume in nL: µL below 1 mL, mL from there on. */
export function volume(nl: number): string {
  return Math.abs(nl) < 1_000_000 ? `${fixed(nl / 1_000, 3)}${space}µL` : `${fixed(nl / 1_000_000, 6)}${space}mL`;
}

/** A depth, length or distance in µm, in mm. */
export function length(um: number): string {
  return `${fixed(um / 1_000, 3)}${space}mm`;
}

/** A time in ms: below a second in ms, then in s, from two minutes on in min. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${fixed(Math.round(ms), 0)}${space}ms`;
  if (ms < 120_000) return `${fixed(Math.round(ms / 100) / 10, 1)}${space}s`;
  return `${fixed(Math.round(ms / 60_000), 0)}${space}min`;
}

/** A count, its thousands separated. */
export function count(value: number): string {
  return fixed(value, 0);
}

/** A number that stands without its unit: no trailing zero. */
export function figure(value: number): string {
  return fixed(value, 3);
}

/** A day, as the language writes it. */
export function day(iso: string): string {
  return new Intl.DateTimeFormat(i18next.language || 'en', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00:00Z`),
  );
}

/** A time of day with its day, in the time of this computer. */
export function moment(iso: string): string {
  return new Intl.DateTimeFormat(i18next.language || 'en', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

/**
 * Reads what a person typed as mm, µL or mL into µm or nL. Takes a comma or a point; gives null for what is no number or is finer than
 * the unit can say: nothing is rounded.
 */
export function parseScaled(text: string, scale: number): number | null {
  const clean = text.trim().replace(',', '.');
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(clean)) return null;
  const [whole = '0', fraction = ''] = clean.split('.');
  const digits = Math.round(Math.log10(scale));
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const value = Number(whole) * scale + Number(fraction.slice(0, digits).padEnd(digits, '0') || '0');
  return Number.isSafeInteger(value) ? value : null;
}
