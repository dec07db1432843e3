import { expect, test } from 'vitest';
import type { Schemas } from '../../api/client';
import { heldLimits, tissueDepth } from './limits';
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

// Aim: a slanted needle is never said to have been shallower than it was.
test('depth in tissue is rounded up', () => {
  expect(tissueDepth(900, 90)).toBe(900);
  expect(tissueDepth(1000, 45)).toBe(708);
});
