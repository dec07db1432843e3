import type { Certificate, RunLine } from './model';

/** As the host says it. */
export type Standing = 'in-force' | 'soon' | 'expired' | 'worn' | 'drifted' | 'revoked' | 'superseded';

/** Whether it is the one that counts for its device and kind, though something may stand against it. */
const counts = ({ standing }: Certificate) => standing !== 'revoked' && standing !== 'superseded';

/** Whether nothing is armed by it. */
export const refuses = ({ standing }: Certificate) => standing !== 'in-force' && standing !== 'soon';

const worse: readonly Standing[] = ['revoked', 'drifted', 'worn', 'expired', 'superseded', 'soon', 'in-force'];

/** The certificate that stands worst; undefined if there is none. */
export function worstOf(certificates: readonly Certificate[]): Certificate | undefined {
  const rank = ({ standing }: Certificate) => worse.indexOf(standing as Standing);
  return [...certificates].sort((a, b) => rank(a) - rank(b))[0];
}

/** Of each kind the calibration of a device that ended last, if no certificate came of it. */
export function uncertifiedOf(runs: readonly RunLine[], serial: string): RunLine[] {
  const last = new Map<string, RunLine>();
  for (const each of runs) {
    if (each.serial !== serial || each.phase !== 'ended') continue;
    const before = last.get(each.kind);
    if (before === undefined || each.begun_at > before.begun_at) last.set(each.kind, each);
  }
  return [...last.values()].filter((each) => each.certificate_id === null);
}

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
