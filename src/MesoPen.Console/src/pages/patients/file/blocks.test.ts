import { describe, expect, test } from 'vitest';
import { type Block, blocks, type Facts } from './blocks';
import { firstIn } from './substances';
import type { ConsentRecord, Plan, Question, ScreeningRecord } from './types';

const now = new Date('2026-11-28T10:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
const question = (id: string, severity: Question['severity'], each_day = false): Question => ({
  id,
  severity,
  each_day,
  text: `${id}?`,
  source: 'test',
});
const questions = [
  question('pregnancy', 'absolute', true),
  question('infection-or-rash', 'in-zones'),
  question('hypersensitivity', 'substances'),
  question('autoimmune', 'needs-clearance'),
  question('diabetes', 'caution'),
];
const plan = {
  id: 'PL-1',
  patient_id: 'P-1',
  title: 'Face',
  ended: null,
  versions: [
    {
      version: 2,
      sha256: 'b',
      product_id: 'HA',
      mixed_with: null,
      zones: [{ zone: 'cheek.left' }],
      course: { sessions: 3, interval: { min_days: 14, max_days: 28 } },
    },
  ],
} as unknown as Plan;
const signed = {
  id: 'C-1',
  at: ago(5),
  binding: { plan_id: 'PL-1', plan_version: 2, plan_sha256: 'b' },
  patient: { at: ago(4) },
  clinician: { at: ago(3) },
  withdrawn: null,
} as unknown as ConsentRecord;

type Given = ScreeningRecord['answers'][string]['answer'];

/** Answers of an hour ago, all no but those that are said. */
function screening(said: Record<string, Partial<Given> | null> = {}, hours = 1): ScreeningRecord {
  const answers: ScreeningRecord['answers'] = {};
  for (const { id } of questions) {
    if (said[id] !== null)
      answers[id] = { answer: { question: id, yes: false, ...said[id] }, by: 'c', at: ago(hours), sequence: 5 };
  }
  return { id: 'S-1', by: 'c', at: ago(hours), catalogue_version: 1, answers, acknowledgements: {}, sequence: 5 };
}

/** A patient who may be treated, with what is said changed. */
function facts(more: Partial<Facts> = {}): Facts {
  return {
    patient: 'P-1',
    questions: { catalogue_version: 1, questions },
    screening: screening(),
    clearances: [],
    consents: [signed],
    plans: [plan],
    schedules: {
      'PL-1': {
        plan_id: 'PL-1',
        patient_id: 'P-1',
        given: [],
        due: [],
        next: { number: 1, maintenance: false, not_before: '2026-11-28', not_after: '2026-12-12' },
      },
    },
    others: [],
    products: {
      HA: {
        id: 'HA',
        ingredients: [{ name: 'Hyaluronic acid', class: 'x', synonyms: ['Sodium hyaluronate'] }],
        allergens: ['Latex'],
      },
    } as unknown as Facts['products'],
    policy: {
      limits: [],
      forbids_multi_needle_heads: false,
      combination_days: { peel: 14 },
      screening_days: 7,
      consent_days: 90,
    },
    ...more,
  };
}

const types = (more: Partial<Facts>): string[] => blocks(facts(more), now).map((each: Block) => each.type);
const other = (kind: 'peel' | 'laser', day: string, zones: string[], withdrawn: string | null = null) =>
  ({ id: 'O', kind, day, zones, withdrawn, note: null, by: 'c', at: ago(1) }) as Facts['others'][number];
const consent = (more: object) => ({ consents: [{ ...signed, ...more } as ConsentRecord] });
const at = (sequence: number) => ({ diabetes: { question: 'diabetes', reason: 'r', by: 'c', at: ago(0), sequence } });
const clearance = (given_on: string, valid_until: string, withdrawn: string | null = null) =>
  ({
    id: 'M',
    question: 'autoimmune',
    given_by: 'd',
    given_on,
    valid_until,
    reference: 'r',
    by: 'c',
    at: ago(1),
    withdrawn,
  }) as const;

// Aim: what the banner says blocks a session is what the host's gates say, case by case; and a patient who may be treated is not held up.
describe('what blocks the next session', () => {
  test('nothing, if all is as it must be', () => expect(types({})).toEqual([]));
  test.each<[string, Partial<Facts>, string[]]>([
    ['no screening', { screening: null }, ['screening-missing']],
    ['other questions', { screening: { ...screening(), catalogue_version: 0 } }, ['screening-outdated']],
    ['an open question', { screening: screening({ autoimmune: null }) }, ['screening-incomplete']],
    ['an answer of yesterday to a question of the day', { screening: screening({}, 12) }, ['screening-of-the-day']],
    ['an old screening', { screening: screening({}, 7 * 24) }, ['screening-expired', 'screening-of-the-day']],
    ['no time stated', { policy: { ...facts().policy, screening_days: null } }, ['screening-validity-unset']],
    ['pregnancy', { screening: screening({ pregnancy: { yes: true } }) }, ['contraindicated']],
    ['no clearance', { screening: screening({ autoimmune: { yes: true } }) }, ['clearance-needed']],
    [
      'a clearance of today',
      { screening: screening({ autoimmune: { yes: true } }), clearances: [clearance('2026-11-28', '2026-11-28')] },
      [],
    ],
    [
      'a clearance that is over',
      { screening: screening({ autoimmune: { yes: true } }), clearances: [clearance('2026-01-01', '2026-11-27')] },
      ['clearance-needed'],
    ],
    [
      'a withdrawn clearance',
      { screening: screening({ autoimmune: { yes: true } }), clearances: [clearance('2026-01-01', '2027-01-01', 'slip')] },
      ['clearance-needed'],
    ],
    ['a caution', { screening: screening({ diabetes: { yes: true } }) }, ['caution-not-acknowledged']],
    ['a caution weighed', { screening: { ...screening({ diabetes: { yes: true } }), acknowledgements: at(6) } }, []],
    [
      'a caution weighed before the answer',
      { screening: { ...screening({ diabetes: { yes: true } }), acknowledgements: at(4) } },
      ['caution-not-acknowledged'],
    ],
    [
      'a rash in a planned zone',
      { screening: screening({ 'infection-or-rash': { yes: true, zones: ['cheek.left', 'neck'] } }) },
      ['infection-in-zone'],
    ],
    ['a rash elsewhere', { screening: screening({ 'infection-or-rash': { yes: true, zones: ['neck'] } }) }, []],
    [
      'a rash everywhere',
      { screening: screening({ 'infection-or-rash': { yes: true, zones: ['all'] } }) },
      ['infection-in-zone'],
    ],
    ['an allergy', { screening: screening({ hypersensitivity: { yes: true, substances: ['hyaluronate'] } }) }, ['allergy']],
    [
      'an allergy to something else',
      { screening: screening({ hypersensitivity: { yes: true, substances: ['lidocaine'] } }) },
      [],
    ],
    ['no plan', { plans: [] }, ['plan-missing']],
    ['an ended plan alone', { plans: [{ ...plan, ended: 'moved' }] }, ['plan-missing']],
    ['no consent', { consents: [] }, ['consent-missing']],
    ['a consent to an older version', consent({ binding: { ...signed.binding, plan_version: 1 } }), ['consent-void']],
    ['a withdrawn consent', consent({ withdrawn: 'wish' }), ['consent-withdrawn']],
    ['the patient has not signed', consent({ patient: null, clinician: null }), ['consent-unsigned-patient']],
    ['the clinician has not signed', consent({ clinician: null }), ['consent-unsigned-clinician']],
    ['an old consent', consent({ patient: { ...signed.patient, at: ago(90 * 24) } }), ['consent-expired']],
    ['a newer consent, unsigned', { consents: [signed, { ...signed, id: 'C-2', patient: null }] }, ['consent-unsigned-patient']],
    ['a peel 13 days ago', { others: [other('peel', '2026-11-15', [])] }, ['combination-interval']],
    ['a peel 14 days ago', { others: [other('peel', '2026-11-14', ['cheek.left'])] }, []],
    ['a peel elsewhere', { others: [other('peel', '2026-11-27', ['neck'])] }, []],
    ['a peel by mistake', { others: [other('peel', '2026-11-27', [], 'slip')] }, []],
    ['a laser, for which nothing is stated', { others: [other('laser', '2020-01-01', [])] }, ['combination-unstated']],
  ])('%s', (_, more, expected) => expect(types(more)).toEqual(expected));

  test('a series that is not due, and one that is complete', () => {
    const schedule = facts().schedules['PL-1'];
    const next = { number: 2, maintenance: false, not_before: '2026-11-29', not_after: '2026-12-12' };
    if (schedule === undefined) throw new Error('No schedule.');
    expect(types({ schedules: { 'PL-1': { ...schedule, next } } })).toEqual(['plan-not-due']);
    const { next: _, ...over } = schedule;
    expect(types({ schedules: { 'PL-1': over } })).toEqual(['series-complete']);
  });
});

// Aim: an allergy is found whatever way its name was written, as the host finds it.
test.each([
  ['LIDOCAÏNE', ['Lidocaine hydrochloride'], true],
  ['lidocaine-hydrochloride', ['lidocaine'], true],
  ['Parabens', ['paraben'], true],
  ['latex', ['Lat'], false],
  ['ı', [], false],
])('%s among %s: %s', (named, held, found) => expect(firstIn([named], held) !== null).toBe(found));
