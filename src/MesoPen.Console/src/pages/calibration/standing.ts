import type { Certificate } from './model';

export type Standing = 'in-force' | 'soon' | 'expired' | 'worn' | 'revoked' | 'superseded';

/** From so few days on it is said that it ends soon: what the host's health says if nothing else is set. */
const soonDays = 30;

/** How a certificate stands today; by its shots only if the device's counter is known. Drift is the host's to say, before it arms. */
export function standingOf(certificate: Certificate, today: string, shots: number | null = null): Standing {
  if (certificate.standing === 'revoked' || certificate.standing === 'superseded') return certificate.standing;
  if (certificate.due_day < today) return 'expired';
  if (certificate.shots_max !== null && shots !== null && shots >= certificate.shots_max) return 'worn';
  const days = (Date.parse(`${certificate.due_day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
  return days <= soonDays ? 'soon' : 'in-force';
}

/** The certificate of each kind that says most of a device: the one in force, else the newest. */
export function newestOf(certificates: readonly Certificate[], serial: string): Certificate[] {
  const kinds = new Map<string, Certificate>();
  for (const each of certificates) {
    if (each.serial !== serial) continue;
    const before = kinds.get(each.kind);
    const better =
      before === undefined ||
      (each.standing === 'in-force' && before.standing !== 'in-force') ||
      ((each.standing === 'in-force') === (before.standing === 'in-force') && each.issued_at > before.issued_at);
    if (better) kinds.set(each.kind, each);
  }
  return [...kinds.values()];
}
