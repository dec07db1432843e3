import { expect, test } from 'vitest';
import type { Schemas } from '../../api/client';
import { before, newest, type Stretch, sessionsOf } from './windows';

const now = new Date('2031-05-06T08:15:00Z');
const ids = ['20280101T080000Z-aa', '20301210T080000Z-bb', '20310301T080000Z-cc', '20310410T080000Z-dd', '20310506T080000Z-ee'];
const session = (session_id: string) => ({ intent: { session_id } }) as Schemas['Treatment'];

/** As the host does: in the order of ids, after the one named, two at a time. */
async function host(after: string | null): Promise<Schemas['PageOfTreatment']> {
  const found = ids.filter((id) => after === null || id > after);
  return { items: found.slice(0, 2).map(session), next: found.length > 2 ? (found[1] ?? null) : null };
}

// Aim: going back stretch by stretch shows every session exactly once, newest first, to the very first.
test('all sessions come, each once, newest first', async () => {
  const shown: string[] = [];
  let parts = 0;
  for (let stretch: Stretch | null = newest(now); stretch !== null; stretch = before(stretch, now), parts++) {
    shown.push(...(await sessionsOf(stretch, host)).map(({ intent }) => intent.session_id));
  }
  expect(shown).toEqual(ids.toReversed());
  expect(parts).toBe(4);
});

// Aim: the first part is the last month, and asks for nothing older.
test('the first stretch begins a month ago', async () => {
  expect(newest(now).after).toBe('20310405');
  expect((await sessionsOf(newest(now), host)).map(({ intent }) => intent.session_id)).toEqual([ids[4], ids[3]]);
});
