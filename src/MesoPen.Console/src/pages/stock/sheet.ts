import type { Schemas } from '../../api/client';
import type { Difference } from '../../parts/DiffTable';
import { length, parseScaled, volume } from '../../quantity/quantity';
import type { Product } from './offers';

export type Sheet = Schemas['ProductSheet'];
export type IngredientClass = Schemas['IngredientClass'];

export const ingredientClasses = [
  'non-cross-linked-hyaluronic-acid',
  'vitamin',
  'amino-acid',
  'peptide',
  'growth-factor',
  'mineral-or-coenzyme',
  'nucleic-acid',
  'plant-extract',
  'other',
] as const satisfies readonly IngredientClass[];

/** A sheet as it stands in the form: what people type. */
export interface SheetForm {
  name: string;
  gtin: string;
  manufacturer: string;
  ingredients: { key: number; name: string; class: IngredientClass; synonyms: string }[];
  allergens: string;
  zones: string[];
  depth: string;
  depth_source: string;
  session: string;
  session_source: string;
  point: string;
  point_source: string;
  open: string;
  open_source: string;
  mixable: { key: number; product_id: string; source: string }[];
}

export function formOf(product: Product | null, gtin = ''): SheetForm {
  return {
    name: product?.name ?? '',
    gtin: product?.gtin ?? gtin,
    manufacturer: product?.manufacturer ?? '',
    ingredients: (product?.ingredients ?? [{ name: '', class: 'other', synonyms: [] }]).map((each, key) => ({
      key,
      name: each.name,
      class: each.class,
      synonyms: each.synonyms.join(', '),
    })),
    allergens: (product?.allergens ?? []).join(', '),
    zones: product?.allowed_zones ?? [],
    depth: scaled(product?.depth_max_um, 1_000),
    depth_source: product?.depth_source ?? '',
    session: scaled(product?.session_max_nl, 1_000_000),
    session_source: product?.session_source ?? '',
    point: scaled(product?.point_max_nl, 1_000),
    point_source: product?.point_source ?? '',
    open: product?.open_hours_max === undefined ? '' : String(product.open_hours_max),
    open_source: product?.open_source ?? '',
    mixable: (product?.mixable_with ?? []).map((each, key) => ({ key, ...each })),
  };
}

/** The sheet that the form says; null while a number is no number. */
export function sheetOf(form: SheetForm): Sheet | null {
  const depth = parseScaled(form.depth, 1_000);
  const session = parseScaled(form.session, 1_000_000);
  const point = parseScaled(form.point, 1_000);
  const open = parseScaled(form.open, 1);
  if (!depth || !session || !point || !open) return null;
  return {
    name: form.name.trim(),
    gtin: form.gtin.trim() || null,
    manufacturer: form.manufacturer.trim(),
    ingredients: form.ingredients
      .filter((each) => each.name.trim() !== '')
      .map((each) => ({ name: each.name.trim(), class: each.class, synonyms: list(each.synonyms) })),
    allergens: list(form.allergens),
    allowed_zones: form.zones,
    depth_max_um: depth,
    depth_source: form.depth_source.trim(),
    session_max_nl: session,
    session_source: form.session_source.trim(),
    point_max_nl: point,
    point_source: form.point_source.trim(),
    open_hours_max: open,
    open_source: form.open_source.trim(),
    mixable_with: form.mixable
      .filter((each) => each.product_id !== '')
      .map((each) => ({ product_id: each.product_id, source: each.source.trim() })),
  };
}

/** Names of the lines of a sheet, in the language of the page. */
export type SheetNames = Record<keyof SheetLines, string>;

/** A sheet as people read it: a line for each thing that a new version may change. */
export interface SheetLines {
  name: string | null;
  gtin: string | null;
  manufacturer: string | null;
  ingredients: string | null;
  allergens: string | null;
  zones: string | null;
  depth: string | null;
  session: string | null;
  point: string | null;
  open: string | null;
  mixable: string | null;
}

export function linesOf(sheet: Partial<Sheet>, hours: (count: number) => string): SheetLines {
  const sourced = (value: string | undefined, source: string | undefined) =>
    value === undefined ? null : `${value} (${source})`;
  return {
    name: sheet.name ?? null,
    gtin: sheet.gtin ?? null,
    manufacturer: sheet.manufacturer ?? null,
    ingredients:
      (sheet.ingredients ?? [])
        .map((each) => `${each.name} [${each.class}]${each.synonyms.length > 0 ? ` = ${each.synonyms.join(', ')}` : ''}`)
        .join('; ') || null,
    allergens: (sheet.allergens ?? []).join(', ') || null,
    zones: [...(sheet.allowed_zones ?? [])].sort().join(', ') || null,
    depth: sourced(sheet.depth_max_um === undefined ? undefined : length(sheet.depth_max_um), sheet.depth_source),
    session: sourced(sheet.session_max_nl === undefined ? undefined : volume(sheet.session_max_nl), sheet.session_source),
    point: sourced(sheet.point_max_nl === undefined ? undefined : volume(sheet.point_max_nl), sheet.point_source),
    open: sourced(sheet.open_hours_max === undefined ? undefined : hours(sheet.open_hours_max), sheet.open_source),
    mixable: (sheet.mixable_with ?? []).map((each) => `${each.product_id} (${each.source})`).join('; ') || null,
  };
}

/** What a new version changes, line by line. */
export function changesOf(before: SheetLines, after: SheetLines, names: SheetNames): Difference[] {
  return (Object.keys(names) as (keyof SheetLines)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ what: names[key], from: before[key], to: after[key] }));
}

function list(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A whole number of small units as the text of a field, exact: 1060 µm is 1.06. */
function scaled(value: number | undefined, scale: number): string {
  if (value === undefined) return '';
  const digits = Math.round(Math.log10(scale));
  const text = String(value).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return `${text.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}`;
}
