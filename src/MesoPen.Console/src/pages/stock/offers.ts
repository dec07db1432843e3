import type { Schemas } from '../../api/client';

export type Elements = Schemas['Gs1Elements'];
export type Scan = Schemas['ScanView'];
export type Product = Schemas['Product'];
export type Lot = Schemas['Lot'];
export type Vial = Schemas['VialView'];
export type HeadType = Schemas['HeadType'];

/** What the clinic has, as far as a scan is held against it. */
export interface Shelf {
  products: readonly Product[];
  lots: readonly Lot[];
  vials: readonly Vial[];
  headTypes: readonly HeadType[];
}

/** What a scan says of the thing in the hand, in one word each; all that holds is said. */
export type Finding =
  | { kind: 'product'; product: Product }
  | { kind: 'head-type'; headType: HeadType }
  | { kind: 'unknown-gtin'; gtin: string }
  | { kind: 'no-gtin' }
  | { kind: 'retired'; product: Product }
  | { kind: 'expired'; day: string }
  | { kind: 'recalled'; lot: Lot }
  | { kind: 'known-lot'; lot: Lot }
  | { kind: 'no-lot' }
  | { kind: 'known-vial'; vial: Vial };

/** What can be done with it now, and nothing else. */
export type Offer =
  | { kind: 'receive-lot'; product: Product | null }
  | { kind: 'receive-vial'; lot: Lot }
  | { kind: 'open-vial'; vial: Vial }
  | { kind: 'receive-head'; headType: HeadType }
  | { kind: 'register'; gtin: string };

export interface Meaning {
  findings: Finding[];
  offers: Offer[];
}

/** So many closed vials are offered by name; for more the list is the better place. */
const vialsOffered = 4;

/**
 * What elements of a symbol mean here. A lot is never guessed: without one in the symbol there is none, and an expired, recalled or retired
 * thing is offered nothing.
 * @param today The day by UTC, as the host counts: 2026-11-28.
 */
export function meaning(elements: Elements, shelf: Shelf, today: string): Meaning {
  const findings: Finding[] = [];
  const gtin = elements.gtin ?? null;
  const products = gtin === null ? [] : shelf.products.filter((each) => each.gtin === gtin);
  const product = products.find((each) => !each.retired_because) ?? products[0];
  const headType = gtin === null ? undefined : shelf.headTypes.find((each) => each.gtin === gtin);
  const expired = elements.expires != null && elements.expires < today;

  if (gtin === null) findings.push({ kind: 'no-gtin' });
  else if (product === undefined && headType === undefined) findings.push({ kind: 'unknown-gtin', gtin });
  if (product !== undefined) findings.push({ kind: 'product', product });
  if (headType !== undefined) findings.push({ kind: 'head-type', headType });
  if (product?.retired_because) findings.push({ kind: 'retired', product });

  const lot = shelf.lots.find((each) => each.product_id === product?.id && each.number === elements.lot);
  const over = expired ? elements.expires : lot !== undefined && lot.expires < today ? lot.expires : null;
  if (over != null) findings.push({ kind: 'expired', day: over });
  if (lot?.recalled_because) findings.push({ kind: 'recalled', lot });
  else if (lot !== undefined) findings.push({ kind: 'known-lot', lot });
  if (elements.lot == null) findings.push({ kind: 'no-lot' });

  const vial =
    lot && elements.serial ? shelf.vials.find((each) => each.lot_id === lot.id && each.serial === elements.serial) : undefined;
  if (vial !== undefined) findings.push({ kind: 'known-vial', vial });

  if (over != null || lot?.recalled_because || product?.retired_because) return { findings, offers: [] };
  if (gtin !== null && product === undefined && headType === undefined) return { findings, offers: [{ kind: 'register', gtin }] };
  if (headType !== undefined) return { findings, offers: [{ kind: 'receive-head', headType }] };
  if (lot === undefined) return { findings, offers: [{ kind: 'receive-lot', product: product ?? null }] };
  if (vial !== undefined) return { findings, offers: closed(vial) ? [{ kind: 'open-vial', vial }] : [] };
  const shut = elements.serial ? [] : shelf.vials.filter((each) => each.lot_id === lot.id && closed(each));
  return {
    findings,
    offers: [
      { kind: 'receive-vial', lot },
      ...shut.slice(0, vialsOffered).map((each): Offer => ({ kind: 'open-vial', vial: each })),
    ],
  };
}

function closed(vial: Vial): boolean {
  return vial.opened_at === null && vial.discarded_because === null;
}

/** Today by UTC, as the host counts days. */
export function utcToday(now: number = Date.now()): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** An id for a new thing that the clinic has not taken yet, made from a word of its label; the person may change it. */
export function freeId(word: string, taken: ReadonlySet<string>): string {
  const base =
    word
      .replace(/[^A-Za-z0-9.-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 28) || 'X';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
  }
}
