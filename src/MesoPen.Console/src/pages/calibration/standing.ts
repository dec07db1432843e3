import type { Certificate } from './model';

/** As the host says it. */
export type Standing = 'in-force' | 'soon' | 'expired' | 'worn' | 'drifted' | 'revoked' | 'superseded';

/** Whether it is the one that counts for its device and kind, though something may stand against it. */
const counts = ({ standing }: Certificate) => standing !== 'revoked' && standing !== 'superseded';

/** Whether nothing is armed by it. */
export const refuses = ({ standing }: Certificate) => standing !== 'in-force' && standing !== 'soon';

/** The certificate of each kind that says most of a device: the one that counts, else the newest. */
export function newestOf(certificates: readonly Certificate[], serial: string): Certificate[] {
  const kinds = new Map<string, Certificate>();
  for (const each of certificates) {
    if (each.serial !== serial) continue;
    const before = kinds.get(each.kind);
    const better =
      before === undefined ||
      (counts(each) && !counts(before)) ||
      (counts(each) === counts(before) && each.issued_at > before.issued_at);
    if (better) kinds.set(each.kind, each);
  }
  return [...kinds.values()];
}
