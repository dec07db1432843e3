import { describe, expect, it } from 'vitest';
import type { Certificate } from './model';
import { newestOf, standingOf } from './standing';

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
  it('counts the last day in', () => {
    expect(standingOf(certificate({}), '2026-11-28')).toBe('in-force');
    expect(standingOf(certificate({}), '2027-01-02')).toBe('soon');
    expect(standingOf(certificate({}), '2027-01-31')).toBe('soon');
    expect(standingOf(certificate({}), '2027-02-01')).toBe('expired');
  });

  it('says that shots are used up, and what the site took back', () => {
    expect(standingOf(certificate({ shots_max: 10 }), '2026-11-28', 10)).toBe('worn');
    expect(standingOf(certificate({ standing: 'revoked' }), '2026-11-28')).toBe('revoked');
    expect(standingOf(certificate({ standing: 'superseded', due_day: '2020-01-01' }), '2026-11-28')).toBe('superseded');
  });

  it('shows of each kind the one in force, else the newest', () => {
    const of = newestOf(
      [
        certificate({ certificate_id: 'C-1', standing: 'in-force' }),
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
