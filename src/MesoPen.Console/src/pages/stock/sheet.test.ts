import { describe, expect, it } from 'vitest';
import type { Product } from './offers';
import { changesOf, formOf, linesOf, type SheetNames, sheetOf } from './sheet';

const product = {
  id: 'HA-15',
  revision: 1,
  version: 3,
  name: 'Hyaluronic acid',
  gtin: '09506000134352',
  manufacturer: 'Example',
  ingredients: [{ name: 'Hyaluronic acid', class: 'non-cross-linked-hyaluronic-acid', synonyms: ['hyaluronan'] }],
  allergens: [],
  allowed_zones: ['forehead'],
  depth_max_um: 1060,
  depth_source: 'sheet 1',
  session_max_nl: 2_000_000,
  session_source: 'sheet 2',
  point_max_nl: 50_000,
  point_source: 'sheet 3',
  open_hours_max: 24,
  open_source: 'sheet 4',
  mixable_with: [],
} as unknown as Product;
const names = Object.fromEntries(Object.keys(linesOf({}, String)).map((key) => [key, key])) as unknown as SheetNames;
const hours = (count: number) => `${count} h`;

// Aim: a sheet goes through the form and back without a number of it moving, and a new version shows all that it changes.
describe('a product sheet', () => {
  it('comes back from the form as it was', () => {
    const { id: _id, revision: _revision, version: _version, ...sheet } = product;
    expect(sheetOf(formOf(product))).toEqual(sheet);
    expect(formOf(product)).toMatchObject({ depth: '1.06', session: '2', point: '50', open: '24' });
  });

  it('is none while a number is missing, zero or no number', () => {
    for (const wrong of ['', '0', 'x', '-1', '1.0605']) {
      expect(sheetOf({ ...formOf(product), depth: wrong })).toBeNull();
    }
  });

  it('says what a new version changes, a source alone too', () => {
    const before = linesOf(product, hours);
    const after = linesOf({ ...product, depth_max_um: 900, point_source: 'sheet 3, 2nd edition' }, hours);
    expect(changesOf(before, before, names)).toEqual([]);
    expect(changesOf(before, after, names)).toEqual([
      { what: 'depth', from: '1.06\u00a0mm (sheet 1)', to: '0.9\u00a0mm (sheet 1)' },
      { what: 'point', from: '50\u00a0µL (sheet 3)', to: '50\u00a0µL (sheet 3, 2nd edition)' },
    ]);
  });
});
