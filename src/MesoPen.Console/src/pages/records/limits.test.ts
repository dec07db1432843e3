import { expect, test } from 'vitest';
import type { Schemas } from '../../api/client';
import { heldLimits, isBeyond, tissueDepth } from './limits';
import type { Shot } from './sums';

const shot = (number: number, zone: string, outcome: string, volume_nl: number, depth_um: number): Shot => ({
  shot: number,
  zone,
  outcome,
  volume_nl,
  depth_um,
  partial: false,
  sequence: number,
  at: '2031-05-06T08:15:00Z',
});
const shots = [shot(1, 'forehead', 'delivered', 20_000, 900), shot(2, 'cheek.left', 'unknown', 30_000, 1000)];
const product = {
  id: 'HA-15',
  name: 'Hyaluronic acid',
  revision: 2,
  version: 1,
  depth_max_um: 950,
  depth_source: 'Sheet, 1',
  session_max_nl: 60_000,
  session_source: 'Sheet, 2',
} as Schemas['Product'];
const site = {
  policy_version: 3,
  policy: { limits: [{ kind: 'zone-shots-max', zone: 'forehead', value: 1, reference: 'House rule' }] },
} as unknown as Schemas['SiteView'];
const basis = [
  { kind: 'product', id: 'HA-15', version: '2', sha256: '' },
  { kind: 'limits', id: 'clinic', version: '2', sha256: '' },
];

// Aim: what is unknown counts as delivered against every limit, each limit says who set it, and one that changed since says so.
test('limits say what was used, by whom they are, and whether they still are what they were', () => {
  const held = heldLimits({ products: [product], site, basis, shots, punctures: null });
  expect(held).toEqual([
    { kind: 'tissue-depth-max', zone: null, value: 950, used: 1000, source: 'Hyaluronic acid: Sheet, 1', asThen: true },
    { kind: 'product-volume-max', zone: null, value: 60_000, used: 50_000, source: 'Hyaluronic acid: Sheet, 2', asThen: true },
    { kind: 'zone-shots-max', zone: 'forehead', value: 1, used: 1, source: 'House rule', asThen: false },
  ]);
});

// Aim: what the catalogue allows in a zone stands beside what it got; zones of one area share their volume; too shallow is beyond a least, and another
// catalogue than that of the session says so.
test('limits of the zone catalogue stand beside what was given', () => {
  const source = { title: 'A trial', url: 'https://example.org', confidence: 'study', retrieved: '2026-01-01' };
  const of = (id: string, area: string | null, values: Record<string, number>) => ({
    id,
    area,
    title: id,
    techniques: [],
    studies: [],
    note: null,
    values: Object.entries(values).map(([key, value]) => ({ key, value, source, note: null })),
  });
  const catalogue = {
    version: '1',
    sha256: 'aa',
    techniques: [],
    triggers: [],
    zones: [
      of('forehead', 'face', { depth_max_um: 850, depth_min_um: 950, volume_max_nl: 45_000, spacing_min_um: 10_000 }),
      of('cheek.left', 'face', { dose_max_nl: 30_000 }),
      of('neck', null, { dose_max_nl: 1 }),
    ],
  } as unknown as Schemas['ZoneCatalogueView'];
  const plan = {
    zones: [
      { zone: 'forehead', angle_deg: 90 },
      { zone: 'cheek.left', angle_deg: 90 },
    ],
  } as unknown as Schemas['PlanVersion'];
  const held = heldLimits({ plan, products: [], catalogue, basis, shots, punctures: null });
  expect(held.map(({ kind, zone, value, used }) => [kind, zone, value, used])).toEqual([
    ['tissue-depth-max', 'forehead', 850, 900],
    ['tissue-depth-min', 'forehead', 950, 900],
    ['zone-volume-max', 'forehead', 45_000, 50_000],
    ['dose-max', 'cheek.left', 30_000, 30_000],
  ]);
  expect(held.map(isBeyond)).toEqual([true, true, true, false]);
  expect(held.every(({ source, asThen }) => source === 'A trial' && !asThen)).toBe(true);
  const same = [{ kind: 'zones', id: 'zones', version: '1', sha256: 'aa' }];
  expect(heldLimits({ plan, products: [], catalogue, basis: same, shots, punctures: null })[0]?.asThen).toBe(true);
});

// Aim: a slanted needle is never said to have been shallower than it was.
test('depth in tissue is rounded up', () => {
  expect(tissueDepth(900, 90)).toBe(900);
  expect(tissueDepth(1000, 45)).toBe(708);
});
