import { expect, test } from 'vitest';
import { differences } from '../form/differences';
import { detailsOf, draftOf } from '../outcomes/draft';
import { measured, placed } from '../outcomes/measured';
import { answersOf, unanswered } from '../screening/draft';
import { matches } from './matches';
import { whole } from './whole';

// Aim: a list of any length is read to its end.
test('a list is read to its end', async () => {
  const all = Array.from({ length: 1_203 }, (_, index) => index);
  const part = async ({ limit, after }: { limit: number; after?: string }) => {
    const from = after === undefined ? 0 : Number(after);
    return { items: all.slice(from, from + limit), next: from + limit < all.length ? String(from + limit) : null };
  };
  expect(await whole(part)).toEqual(all);
});

// Aim: a patient is found by id and by initials, however they are typed, and nobody else is.
test.each([
  ['p-0007', true],
  ['şk', true],
  ['sk 0007', true],
  ['SK 0008', false],
  ['k', false],
])('%s finds: %s', (sought, found) => expect(matches({ id: 'P-0007', initials: 'ŞK' }, sought)).toBe(found));

// Aim: a question without an answer is left out, and so is what goes with a yes alone.
test('only what was answered is sent', () => {
  const questions = (['a', 'b', 'c'] as const).map((id) => ({
    id,
    text: '',
    source: '',
    each_day: false,
    severity: 'substances' as const,
  }));
  const drafts = {
    a: { ...unanswered, yes: true, substances: ' Latex \n\nNickel\nLatex', note: ' ' },
    b: { ...unanswered, yes: false, substances: 'left over', note: 'said so' },
  };
  expect(answersOf(questions, drafts)).toEqual([
    { question: 'a', yes: true, substances: ['Latex', 'Nickel'] },
    { question: 'b', yes: false, note: 'said so' },
  ]);
});

// Aim: whoever saves upon a newer version sees what is new in it, and not who wrote it when.
test('what changed is told field by field', () => {
  const before = { version: 1, initials: 'AB', skin_type: 3, answers: { x: { at: '1', yes: false } } };
  const now = { version: 2, initials: 'AB', skin_type: 4, answers: { x: { at: '2', yes: true } } };
  expect(differences(before, now)).toEqual([
    { field: 'skin_type', was: '3', is: '4' },
    { field: 'answers.x.yes', was: 'false', is: 'true' },
  ]);
});

// Aim: clinical views show no trailing zero and keep a space before the unit; the record gets what was typed.
test('a measured value', () => {
  expect(measured('41.30', 'um')).toBe('41.3\u00a0µm');
  expect(measured('2', '{score}')).toBe('2');
  expect(measured('41.30', '%')).toBe('41.3%');
  const draft = {
    ...draftOf(null, '2026-11-28'),
    measure: 'hydration',
    value: ' 41,30 ',
    unit: '%',
    zone: 'neck',
    instrument: 'X',
  };
  expect(detailsOf(draft).value).toBe('41.30');
  expect(detailsOf({ ...draft, value: ',5' }).value).toBe('0.5');
});

// Aim: points lie in the order of their days, high values above low ones, and a single point is not lost.
test('points of a chart', () => {
  const point = (day: string, value: string) => ({ day, value, outcome_id: day, session_id: null });
  const series = { instrument: null, measure: 'score' as const, score_name: 'GAIS', unit: '{score}', zone: 'neck' };
  expect(placed({ ...series, points: [point('2026-01-01', '1'), point('2026-01-03', '3')] }, 100, 50, 10)).toEqual([
    { x: 10, y: 40 },
    { x: 90, y: 10 },
  ]);
  expect(placed({ ...series, points: [point('2026-01-01', '1')] }, 100, 50, 10)).toEqual([{ x: 50, y: 25 }]);
});
