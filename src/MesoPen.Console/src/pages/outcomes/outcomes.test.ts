import { expect, test } from 'vitest';
import { detailsOf, draftOf, emptyDraft, shotNumber } from './draft';

// Aim: an event begun from a record names that session and exactly those shots.
test('an event from a record keeps its shots', () => {
  const draft = emptyDraft(new URLSearchParams('session=S1&zone=forehead&first=3&last=7'), '2031-05-06');
  expect(detailsOf({ ...draft, severity: 'mild', relation: 'possible', outcome: 'ongoing', description: ' red ' })).toMatchObject(
    {
      session_id: 'S1',
      zone: 'forehead',
      first_shot: 3,
      last_shot: 7,
      description: 'red',
      resolved_day: null,
    },
  );
});

// Aim: a correction keeps the suspects of the same session, and asks for new ones when the session is another; shots never stay without their session.
test('a correction keeps what belongs to the session and nothing else', () => {
  const known = detailsOf(
    {
      ...emptyDraft(new URLSearchParams('session=S1&first=1&last=2'), '2031-05-06'),
      severity: 'mild',
      relation: 'possible',
      outcome: 'resolved',
      resolved: '2031-05-07',
      description: 'red',
    },
    undefined,
  );
  const full = { ...known, lot: 'EX01', product_id: 'HA-15', head_id: 'H-1', device_serial: 'SIM-1' };
  expect(detailsOf(draftOf(full), full)).toEqual(full);
  expect(detailsOf({ ...draftOf(full), session: 'S2' }, full)).toMatchObject({ lot: null, head_id: null, device_serial: null });
  expect(detailsOf({ ...draftOf(full), session: '' }, full)).toMatchObject({
    session_id: null,
    first_shot: null,
    last_shot: null,
  });
  expect(detailsOf({ ...draftOf(full), outcome: 'ongoing' }, full).resolved_day).toBeNull();
});

// Aim: nothing that is no number becomes one.
test('a shot is a whole number or nothing', () => {
  expect([' 12 ', '', '1.5', '-1', '1e3', '12a'].map(shotNumber)).toEqual([12, null, null, null, null, null]);
});
