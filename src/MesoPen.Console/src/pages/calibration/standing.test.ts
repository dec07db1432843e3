import { describe, expect, it } from 'vitest';
import type { Certificate, RunLine } from './model';
import { newestOf, refuses, uncertifiedOf, worstOf } from './standing';

const certificate = (part: Partial<Certificate>): Certificate =>
  ({
    certificate_id: 'C-1',
    serial: 'A',
    kind: 'volume',
    standing: 'in-force',
    due_day: '2027-01-31',
    shots_max: null,
    issued_at: '2026-01-01',
    ...part,
  }) as Certificate;

// Aim: no certificate that counts no more looks as if it did.
describe('standing', () => {
  it('refuses by whatever stands against it', () => {
    expect(['in-force', 'soon'].some((standing) => refuses(certificate({ standing })))).toBe(false);
    expect(['expired', 'worn', 'drifted', 'revoked', 'superseded'].every((standing) => refuses(certificate({ standing })))).toBe(
      true,
    );
  });

  it('is as bad as the worst', () => {
    const of = (...standings: string[]) => worstOf(standings.map((standing) => certificate({ standing })))?.standing;
    expect([of(), of('in-force', 'soon'), of('soon', 'expired', 'in-force'), of('in-force', 'revoked')]).toEqual([
      undefined,
      'soon',
      'expired',
      'revoked',
    ]);
  });

  it('knows the last calibration that gave no certificate', () => {
    const run = (part: Partial<RunLine>) =>
      ({ serial: 'A', kind: 'volume', phase: 'ended', begun_at: '2026-01-01', certificate_id: null, ...part }) as RunLine;
    const of = (...runs: RunLine[]) => uncertifiedOf(runs, 'A').map((each) => each.kind);
    expect(of(run({}), run({ kind: 'depth', phase: 'aborted' }), run({ kind: 'occlusion', serial: 'B' }))).toEqual(['volume']);
    expect(of(run({}), run({ begun_at: '2026-02-01', certificate_id: 'C-1' }))).toEqual([]);
    expect(of(run({ certificate_id: 'C-1' }), run({ begun_at: '2026-02-01' }))).toEqual(['volume']);
  });

  it('shows of each kind the one in force, else the newest', () => {
    const of = newestOf(
      [
        certificate({ certificate_id: 'C-1', standing: 'expired' }),
        certificate({ certificate_id: 'C-2', standing: 'revoked', issued_at: '2026-02-01' }),
        certificate({ certificate_id: 'C-3', standing: 'revoked', kind: 'depth' }),
        certificate({ certificate_id: 'C-4', standing: 'revoked', kind: 'depth', issued_at: '2026-02-01' }),
        certificate({ certificate_id: 'C-5', serial: 'B' }),
      ],
      'A',
    );
    expect(of.map((each) => each.certificate_id)).toEqual(['C-1', 'C-4']);
  });
});
