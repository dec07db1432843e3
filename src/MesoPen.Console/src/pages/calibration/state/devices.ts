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

export type CalibrationState = 'never' | 'expired' | 'soon' | 'good';

export interface DeviceRow extends Heard {
  state: CalibrationState;
  /** Days until the last one; below 0 since then; null if it was never calibrated. */
  daysLeft: number | null;
}

/** From so few days on it is said that the calibration ends soon: what the host's health says if nothing else is set. */
export const soonDays = 30;

/** Each device once, as it was heard last; what is worst stands first. */
export function rows(heard: readonly Heard[], today: string): DeviceRow[] {
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
      const state: CalibrationState =
        daysLeft === null ? 'never' : daysLeft < 0 ? 'expired' : daysLeft <= soonDays ? 'soon' : 'good';
      return { ...each, daysLeft, state };
    })
    .sort((a, b) => (a.daysLeft ?? Number.NEGATIVE_INFINITY) - (b.daysLeft ?? Number.NEGATIVE_INFINITY));
}

/** Whole days from one day to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
