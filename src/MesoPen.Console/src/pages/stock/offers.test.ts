import { describe, expect, it } from 'vitest';
import { freeId, type HeadType, type Lot, meaning, type Product, type Shelf, type Vial } from './offers';

const product = { id: 'HA-15', name: 'Hyaluronic acid', gtin: '09506000134352', retired_because: null } as unknown as Product;
const lot = { id: 'L-1', product_id: 'HA-15', number: 'EX01', expires: '2030-01-31', recalled_because: null } as unknown as Lot;
const vial = { id: 'V-1', lot_id: 'L-1', serial: null, opened_at: null, discarded_because: null } as unknown as Vial;
const headType = { id: 'HT-5', gtin: '04012345678901' } as unknown as HeadType;
const shelf: Shelf = { products: [product], lots: [lot], vials: [vial], headTypes: [headType] };
const today = '2026-11-28';
const label = { gtin: '09506000134352', lot: 'EX01', expires: '2030-01-31' };
const kinds = (of: { kind: string }[]) => of.map((each) => each.kind);

// Aim: after a scan exactly what fits is offered; what must not be used is offered nothing and said in a finding.
describe('a scan', () => {
  it('of a new lot of a known product: take the lot in', () => {
    const { findings, offers } = meaning({ ...label, lot: 'NEW' }, shelf, today);
    expect(kinds(findings)).toEqual(['product']);
    expect(kinds(offers)).toEqual(['receive-lot']);
  });

  it('of a lot on the shelf: take a vial in, or open a closed one', () => {
    expect(kinds(meaning(label, shelf, today).offers)).toEqual(['receive-vial', 'open-vial']);
  });

  it('with the serial number of a vial on the shelf: open that one alone', () => {
    const two = { ...shelf, vials: [vial, { ...vial, id: 'V-2', serial: 'S2' }] };
    const { offers } = meaning({ ...label, serial: 'S2' }, two, today);
    expect(offers).toEqual([{ kind: 'open-vial', vial: expect.objectContaining({ id: 'V-2' }) }]);
  });

  it('with the serial number of a vial that was opened: nothing', () => {
    const open = { ...shelf, vials: [{ ...vial, serial: 'S1', opened_at: '2026-11-28T08:00:00Z' }] };
    expect(meaning({ ...label, serial: 'S1' }, open, today).offers).toEqual([]);
  });

  it('of an expired lot, known or new: nothing', () => {
    for (const number of ['EX01', 'NEW']) {
      const { findings, offers } = meaning({ ...label, lot: number, expires: '2026-11-27' }, shelf, today);
      expect(kinds(findings)).toContain('expired');
      expect(offers).toEqual([]);
    }
  });

  it('on the last day of use: still in date', () => {
    expect(kinds(meaning({ ...label, expires: today }, shelf, today).findings)).not.toContain('expired');
  });

  it('of a recalled lot: nothing, and why', () => {
    const recalled = { ...shelf, lots: [{ ...lot, recalled_because: 'Maker’s letter' }] };
    const { findings, offers } = meaning(label, recalled, today);
    expect(kinds(findings)).toContain('recalled');
    expect(offers).toEqual([]);
  });

  it('of a retired product: nothing', () => {
    const retired = { ...shelf, products: [{ ...product, retired_because: 'No longer made' }] };
    expect(meaning({ ...label, lot: 'NEW' }, retired, today).offers).toEqual([]);
  });

  it('of a GTIN that nobody registered: register it', () => {
    const { findings, offers } = meaning({ gtin: '00000000000017', lot: 'A' }, shelf, today);
    expect(kinds(findings)).toEqual(['unknown-gtin']);
    expect(kinds(offers)).toEqual(['register']);
  });

  it('without a lot: says so, and the lot is typed', () => {
    const { findings, offers } = meaning({ gtin: label.gtin, expires: label.expires }, shelf, today);
    expect(kinds(findings)).toEqual(['product', 'no-lot']);
    expect(kinds(offers)).toEqual(['receive-lot']);
  });

  it('of a needle head: take it in, unless its sterility is over', () => {
    const head = { gtin: headType.gtin ?? '', lot: 'H1', expires: '2030-01-01' };
    expect(kinds(meaning(head, shelf, today).offers)).toEqual(['receive-head']);
    expect(meaning({ ...head, expires: '2020-01-01' }, shelf, today).offers).toEqual([]);
  });
});

describe('an id', () => {
  it('is the word of the label, or the next that is free', () => {
    expect(freeId('AB 12/3', new Set())).toBe('AB-12-3');
    expect(freeId('AB', new Set(['AB', 'AB-2']))).toBe('AB-3');
    expect(freeId('---', new Set())).toBe('X');
  });
});
