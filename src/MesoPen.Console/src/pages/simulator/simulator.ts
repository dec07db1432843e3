import type { Schemas } from '../../api/client';

export type Fault = Schemas['SimulatorFault'];
export type Acting = Schemas['SimulatorActing'];
export type Plant = Schemas['SimulatorPlant'];
export type Now = Schemas['SimulatorNow'];

/** Five looks a second: as fast as an eye that compares, and a tenth of what the host takes from one person. */
export const lookEveryMs = 200;

/** How long a fault is to last: as the catalogue says, or so many seconds. */
export type Lasts = 'usual' | '5' | '60';

/** As docs/faults.md writes it: begins at once. An instant has no end to choose. */
export function specOf(fault: Fault, value: number | null, lasts: Lasts): string {
  const amount = takesValue(fault) && value !== null ? `=${value}` : '';
  const end = lasts === 'usual' || fault.for_ms === 0 ? '' : `,for=${lasts}s`;
  return `${fault.name}${amount}@now${end}`;
}

export function takesValue(fault: Fault): boolean {
  return fault.min !== null && fault.min !== undefined && fault.max !== null && fault.max !== undefined;
}

/** Whether a value is one that the fault takes: a whole number within its range. */
export function inRange(fault: Fault, value: number | null): boolean {
  return (
    !takesValue(fault) || (value !== null && Number.isInteger(value) && value >= (fault.min ?? 0) && value <= (fault.max ?? 0))
  );
}

const units: Record<string, string> = {
  um: 'mm',
  nl: 'µL',
  kpa: 'kPa',
  permille: '‰',
  ms: 'ms',
  s: 's',
  cc: '°C',
};

const scales: Record<string, number> = { um: 1_000, nl: 1_000, cc: 100 };

/** How many of the catalogue's units are one of those that people write. */
export function scaleOf(fault: Fault): number {
  return scales[fault.unit ?? ''] ?? 1;
}

/** A unit of the catalogue as people write it. */
export function unitOf(fault: Fault): string {
  return units[fault.unit ?? ''] ?? fault.unit ?? '';
}
