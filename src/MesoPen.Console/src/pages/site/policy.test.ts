import { describe, expect, it } from 'vitest';
import {
  formOf,
  history,
  limitKinds,
  noPolicy,
  type Policy,
  type PolicyWords,
  type Proposal,
  policyDifference,
  policyOf,
  readLimit,
  showLimit,
  standing,
} from './policy';

const words: PolicyWords = {
  limit: (kind, zone) => `${kind} ${zone ?? '*'}`,
  combination: (treatment) => `after ${treatment}`,
  forbids: 'one needle alone',
  screening: 'screening',
  consent: 'consent',
  days: (days) => `${days} d`,
  yes: 'yes',
  no: 'no',
};
const policy: Policy = {
  limits: [
    { kind: 'tissue-depth-max', zone: 'forehead', value: 1_060, reference: 'own rule' },
    { kind: 'session-volume-max', zone: null, value: 2_500_000, reference: 'a trial' },
  ],
  forbids_multi_needle_heads: false,
  combination_days: { peel: 14 },
  screening_days: 7,
  consent_days: null,
};

// Aim: what two people sign is what is shown: the form moves no number, and the difference hides nothing.
describe('a site policy', () => {
  it('comes back from the form as it was', () => {
    expect(policyOf(formOf(policy))).toEqual(policy);
  });

  it('is none while something in it is no number', () => {
    const form = formOf(policy);
    expect(policyOf({ ...form, screening: 'a week' })).toBeNull();
    expect(policyOf({ ...form, combination: [{ key: 0, treatment: 'peel', days: '' }] })).toBeNull();
    expect(policyOf({ ...form, limits: form.limits.map((each) => ({ ...each, value: '0' })) })).toBeNull();
  });

  it('differs in what was changed, added and taken away, a reference alone too', () => {
    const next: Policy = {
      ...policy,
      limits: [
        { kind: 'tissue-depth-max', zone: 'forehead', value: 900, reference: 'own rule' },
        { kind: 'session-volume-max', zone: null, value: 2_500_000, reference: 'another trial' },
      ],
      combination_days: { laser: 30 },
      screening_days: null,
      forbids_multi_needle_heads: true,
    };
    expect(policyDifference(policy, next, words)).toEqual([
      { what: 'screening', from: '7 d', to: null },
      { what: 'one needle alone', from: 'no', to: 'yes' },
      { what: 'after peel', from: '14 d', to: null },
      { what: 'tissue-depth-max forehead', from: '1.06\u00a0mm (own rule)', to: '0.9\u00a0mm (own rule)' },
      { what: 'session-volume-max *', from: '2.5\u00a0mL (a trial)', to: '2.5\u00a0mL (another trial)' },
      { what: 'after laser', from: null, to: '30 d' },
    ]);
    expect(policyDifference(policy, policy, words)).toEqual([]);
  });

  it('has a unit for every kind of limit, read as it is shown', () => {
    for (const kind of limitKinds) {
      const value = readLimit(kind, '2');
      expect(value).toBeGreaterThan(0);
      expect(showLimit(kind, value ?? 0)).toMatch(/^2(\u00a0(mm|µL|mL|ms))?$/);
    }
  });

  it('has a history of versions, each held against the one before', () => {
    const signed = { person_id: 'a', printed_name: 'A', at: '2026-01-01T00:00:00Z', meaning: 'approved', sha256: '' };
    const one = { proposal_id: 'b', base_version: 0, policy, approved: signed, withdrawn_by: null } as unknown as Proposal;
    const two = { ...one, proposal_id: 'a', base_version: 1, policy: noPolicy };
    const open = { ...one, proposal_id: 'c', base_version: 2, approved: null };
    expect(history([two, open, one]).map((each) => [each.version, each.before])).toEqual([
      [2, policy],
      [1, noPolicy],
    ]);
    expect(standing(open, 2)).toBe('open');
    expect(standing(open, 3)).toBe('outdated');
    expect(standing({ ...open, withdrawn_by: 'a' }, 2)).toBe('withdrawn');
  });
});
