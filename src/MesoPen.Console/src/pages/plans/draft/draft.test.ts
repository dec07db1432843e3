import { describe, expect, test } from 'vitest';
import { changed, opposite, zoneLike } from './change';
import { differences } from './differences';
import { blank, contentOf, type Draft, draftOf, type PlanContent } from './draft';
import { reasonParts } from './reason';

const cheek = {
  zone: 'cheek.left',
  technique: 'stamp',
  trigger: 'repeat',
  points: 5,
  dose_nl: 20_500,
  needle_length_um: 900,
  angle_deg: 90,
  spacing_um: 10_000,
  min_interval_ms: 112,
  depth_max_um: null,
  depth_source: null,
  dose_max_nl: null,
  dose_source: null,
};
const content: PlanContent = {
  product_id: 'HA-15',
  device_family: 'gun-5',
  prime_nl: 100_000,
  sticks_max: 200,
  sticks_reason: 'One head a session',
  zones: [cheek, { ...cheek, zone: 'forehead', points: 6 }],
  course: { sessions: 3, interval: { min_days: 14, max_days: 28 }, maintenance: null, source: null },
  mixed_with: null,
};
const draft = draftOf(content);
const with_ = (zone: string, field: 'dose_nl' | 'points' | 'depth_max_um', text: string): Draft =>
  changed(draft, { do: 'zone', zone, field, text });

describe('a draft', () => {
  // Aim: what is opened and saved untouched says the same to the last nanolitre.
  test('says what its content said', () => {
    expect(contentOf(draft)).toEqual({ content, unreadable: {} });
    expect(draft.zones[0]?.dose_nl).toBe('20.5');
  });

  // Aim: nothing is rounded, clamped or guessed: what cannot be read is told with its place.
  test('tells what cannot be read, with its place', () => {
    expect(contentOf(with_('cheek.left', 'dose_nl', '20,5')).content.zones[0]?.dose_nl).toBe(20_500);
    expect(contentOf(with_('cheek.left', 'dose_nl', '20.0005')).unreadable).toEqual({ 'cheek.left/dose_nl': 'number' });
    expect(contentOf(with_('cheek.left', 'points', '2.5')).unreadable).toEqual({ 'cheek.left/points': 'number' });
    expect(contentOf(with_('forehead', 'points', '-1')).unreadable).toEqual({ 'forehead/points': 'number' });
    expect(contentOf(with_('forehead', 'points', ' ')).unreadable).toEqual({ 'forehead/points': 'needed' });
    expect(contentOf(with_('forehead', 'depth_max_um', '')).unreadable).toEqual({});
    expect(contentOf(with_('forehead', 'dose_nl', '999999')).content.zones[1]?.dose_nl).toBe(999_999_000);
  });

  test('begins with everything asked for', () => {
    expect(Object.keys(contentOf(blank).unreadable).sort()).toEqual([
      'device_family',
      'prime_nl',
      'product_id',
      'sticks_max',
      'sticks_reason',
    ]);
  });
});

describe('a change', () => {
  test('moves a zone by one place, and not beyond the end', () => {
    const order = (of: Draft) => of.zones.map((zone) => zone.zone);
    expect(order(changed(draft, { do: 'move', zone: 'forehead', by: -1 }))).toEqual(['forehead', 'cheek.left']);
    expect(order(changed(draft, { do: 'move', zone: 'forehead', by: 1 }))).toEqual(['cheek.left', 'forehead']);
  });

  test('copies a zone to the other side, over what is there', () => {
    const copied = changed(draft, { do: 'copy', zone: 'cheek.left', to: 'cheek.right' });
    expect(copied.zones.at(-1)).toEqual({ ...draft.zones[0], zone: 'cheek.right' });
    const again = changed(changed(copied, { do: 'zone', zone: 'cheek.left', field: 'points', text: '9' }), {
      do: 'copy',
      zone: 'cheek.left',
      to: 'cheek.right',
    });
    expect(again.zones.map((zone) => `${zone.zone} ${zone.points}`)).toEqual(['cheek.left 9', 'forehead 6', 'cheek.right 9']);
  });

  // Aim: a zone that is added never comes with a number of points or a depth that nobody chose.
  test('adds a zone without guessing depth and points', () => {
    const source = { id: 's', title: 'S', url: 'https://s.example', confidence: 'study' };
    const entry = {
      id: 'neck',
      title: 'Neck',
      area: null,
      techniques: ['nappage'],
      values: [{ key: 'spacing_min_um', value: 5000, source, note: null }],
      studies: [],
      note: null,
    };
    const zone = zoneLike(entry, undefined, draft.zones[0]);
    expect(zone).toMatchObject({ technique: 'nappage', points: '', needle_length_um: '', dose_nl: '20.5', spacing_um: '5' });
  });

  test('knows the other side', () => {
    expect([opposite('cheek.left'), opposite('cheek.right'), opposite('neck')]).toEqual(['cheek.right', 'cheek.left', null]);
  });
});

describe('differences', () => {
  // Aim: whoever saves sees every change, and nothing that is none.
  test('are told field by field, and a zone that came or went whole', () => {
    expect(differences(content, content)).toEqual([]);
    const is: PlanContent = {
      ...content,
      prime_nl: 90_000,
      course: { ...content.course, maintenance: { min_days: 90, max_days: 120 } },
      zones: [
        { ...cheek, dose_nl: 15_000 },
        { ...cheek, zone: 'neck' },
      ],
    };
    expect(
      differences(content, is).map((each) => ('field' in each ? `${each.what} ${each.field}` : `${each.what} ${each.zone}`)),
    ).toEqual(['general prime_nl', 'general course.maintenance', 'removed forehead', 'zone dose_nl', 'added neck']);
  });

  test('tell another order of the same zones', () => {
    const turned = { ...content, zones: content.zones.toReversed() };
    expect(differences(content, turned)).toMatchObject([{ what: 'general', field: 'order' }]);
  });
});

test('the address in a reason is opened, not read', () => {
  expect(reasonParts('Meng 2022, adults, https://pmc.example/Tab2: epidermis, women')).toEqual({
    words: 'Meng 2022, adults: epidermis, women',
    url: 'https://pmc.example/Tab2',
  });
  expect(reasonParts('Title, https://pmc.example/Tab2')).toEqual({ words: 'Title', url: 'https://pmc.example/Tab2' });
  expect(reasonParts('gun-5, caps.depth_max_um')).toEqual({ words: 'gun-5, caps.depth_max_um', url: null });
});
