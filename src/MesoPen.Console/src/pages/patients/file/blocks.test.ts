import { expect, test } from 'vitest';
import { nameOf } from './blockName';
import { clears, consentTrouble, isWeighed, toAskToday } from './blocks';
import { mendedAt } from './mendedAt';
import type { Clearance, ConsentRecord, PatientBlock, Plan, QuestionList, ScreeningRecord, SitePolicy } from './types';

const now = new Date('2026-11-28T10:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

const questions = {
  catalogue_version: 1,
  questions: [
    { id: 'pregnancy', each_day: true },
    { id: 'keloid', each_day: false },
    { id: 'diabetes', each_day: false },
  ],
} as unknown as QuestionList;
const screening = (hours: number, weighed?: number): ScreeningRecord =>
  ({
    answers: Object.fromEntries(
      ['pregnancy', 'diabetes'].map((id) => [id, { answer: { question: id, yes: true }, at: ago(hours), sequence: 5 }]),
    ),
    acknowledgements: weighed === undefined ? {} : { diabetes: { sequence: weighed } },
  }) as unknown as ScreeningRecord;

// Aim: what is asked anew today is what has no answer, and what is asked on each day and has one of an earlier day.
test('the questions of today', () => {
  expect(toAskToday(questions, screening(1), now)).toEqual({ open: ['keloid'], stale: [] });
  expect(toAskToday(questions, screening(12), now)).toEqual({ open: ['keloid'], stale: ['pregnancy'] });
});

// Aim: a caution counts as weighed only if that was done after the answer.
test.each([
  [undefined, false],
  [4, false],
  [6, true],
])('weighed at %s: %s', (sequence, weighed) => expect(isWeighed(screening(1, sequence), 'diabetes')).toBe(weighed));

// Aim: a clearance counts from its day to its last, for its question, while it is not withdrawn.
test.each([
  ['2026-11-28', '2026-11-28', null, 'autoimmune', true],
  ['2026-01-01', '2026-11-27', null, 'autoimmune', false],
  ['2026-11-29', '2026-12-31', null, 'autoimmune', false],
  ['2026-01-01', '2027-01-01', 'slip', 'autoimmune', false],
  ['2026-01-01', '2027-01-01', null, 'keloid', false],
])('a clearance from %s until %s, withdrawn %s, for %s: %s', (given_on, valid_until, withdrawn, question, counts) =>
  expect(clears({ question, given_on, valid_until, withdrawn } as unknown as Clearance, 'autoimmune', '2026-11-28')).toBe(counts),
);

// Aim: of a consent that does not count the list says why.
test('why a consent does not count', () => {
  const plan = { versions: [{ version: 2, sha256: 'b' }] } as unknown as Plan;
  const policy = { consent_days: 90 } as unknown as SitePolicy;
  const signed = {
    binding: { plan_version: 2, plan_sha256: 'b' },
    patient: { at: ago(4) },
    clinician: { at: ago(3) },
    withdrawn: null,
  } as unknown as ConsentRecord;
  const trouble = (more: object, rules = policy) => consentTrouble({ ...signed, ...more }, plan, rules, now);
  expect(trouble({})).toBeNull();
  expect(consentTrouble(undefined, plan, policy, now)).toBe('consent-missing');
  expect(trouble({ withdrawn: 'wish' })).toBe('consent-withdrawn');
  expect(trouble({ binding: { plan_version: 1, plan_sha256: 'b' } })).toBe('consent-void');
  expect(trouble({ patient: null, clinician: null })).toBe('consent-unsigned-patient');
  expect(trouble({ clinician: null })).toBe('consent-unsigned-clinician');
  expect(trouble({}, { ...policy, consent_days: null })).toBe('consent-validity-unset');
  expect(trouble({ patient: { at: ago(90 * 24) } })).toBe('consent-expired');
});

const block = (type: string, more: Partial<PatientBlock> = {}): PatientBlock =>
  ({ type: `urn:mesopen:problem:${type}`, plan_id: null, detail: '', remedy: '', questions: [], ...more }) as PatientBlock;

// Aim: each thing that the host says blocks leads to the page that mends it, and has the sentence of its sort.
test.each<[PatientBlock, string, string]>([
  [block('screening-missing'), 'screening-missing', '/patients/P-1/screening'],
  [block('screening-incomplete', { questions: ['keloid'] }), 'screening-incomplete', '/patients/P-1/screening'],
  [block('screening-expired', { days: 7 }), 'screening-expired', '/patients/P-1/screening'],
  [block('screening-expired', { questions: ['pregnancy'] }), 'screening-of-the-day', '/patients/P-1/screening'],
  [block('contraindicated', { questions: ['pregnancy'] }), 'contraindicated', '/patients/P-1/screening#pregnancy'],
  [block('screening-validity-unset'), 'screening-validity-unset', '/site'],
  [block('consent-validity-unset', { plan_id: 'PL' }), 'consent-validity-unset', '/site'],
  [block('consent-missing', { plan_id: 'PL' }), 'consent-missing', '/patients/P-1/consents?plan=PL'],
  [
    block('consent-unsigned', { plan_id: 'PL', consent: 'C-1', signature: 'clinician' }),
    'consent-unsigned-clinician',
    '/patients/P-1/consents/C-1',
  ],
  [block('plan-missing'), 'plan-missing', '/patients/P-1/plans'],
  [block('plan-not-due', { plan_id: 'PL' }), 'plan-not-due', '/patients/P-1/plans/PL'],
  [block('combination-interval', { plan_id: 'PL' }), 'combination-interval', '/patients/P-1/other-treatments'],
  [block('combination-unstated', { plan_id: 'PL' }), 'combination-unstated', '/site'],
])('%# leads on', (each, name, path) => {
  expect(nameOf(each)).toBe(name);
  expect(mendedAt('P-1', each)).toBe(path);
});
