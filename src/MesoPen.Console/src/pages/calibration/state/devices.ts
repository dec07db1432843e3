/** What was heard of a device's calibration, and where. */
export interface Heard {
  serial: string;
  profile: string;
  firmware: string;
  name?: string;
  /** Last day of its calibration; null if it was never calibrated. */
  due: string | null;
  /** When it was heard, ISO 8601. */
  at: string;
  where: 'connected' | 'saved' | 'session';
}

/** By the device's own word alone; from when on its end is near the host says, of certificates. */
export type CalibrationState = 'never' | 'expired' | 'good';

export interface DeviceRow extends Heard {
  state: CalibrationState;
  /** Days until the last one; below 0 since then; null if it was never calibrated. */
  daysLeft: number | null;
}

/** Each device once, as it was heard last; what is worst stands first: what the host refuses, then what has the fewest days left. */
export function rows(heard: readonly Heard[], today: string, refused: (serial: string) => boolean = () => false): DeviceRow[] {
  const newest = new Map<string, Heard>();
  for (const each of heard) {
    const before = newest.get(each.serial);
    if (before === undefined || each.at > before.at) {
      const name = each.name ?? before?.name;
      newest.set(each.serial, name === undefined ? each : { ...each, name });
    } else if (before.name === undefined && each.name !== undefined) {
      newest.set(each.serial, { ...before, name: each.name });
    }
  }
  return [...newest.values()]
    .map((each) => {
      const daysLeft = each.due === null ? null : daysBetween(today, each.due);
      const state: CalibrationState = daysLeft === null ? 'never' : daysLeft < 0 ? 'expired' : 'good';
      return { ...each, daysLeft, state };
    })
    .sort(
      (a, b) =>
        Number(refused(b.serial)) - Number(refused(a.serial)) ||
        (a.daysLeft ?? Number.NEGATIVE_INFINITY) - (b.daysLeft ?? Number.NEGATIVE_INFINITY),
    );
}

/** Whole days from one day to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
