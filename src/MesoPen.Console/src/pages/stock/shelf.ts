import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { queries } from '../../api/keys';
import { type Part, type ReadPart, readAll, useParts } from '../../parts/useParts';
import type { HeadType, Lot, Product, Shelf, Vial } from './offers';

/** Where the scan field is: what was done ends there, so that the next package can be scanned at once. */
export const scanFieldId = 'scan-field';

export function focusScan(): void {
  document.getElementById(scanFieldId)?.focus();
}

export const readProducts: ReadPart<Product> = (query) =>
  body(api.GET('/api/v1/products', { params: { query } })) as Promise<Part<Product>>;
export const readLots: ReadPart<Lot> = (query) => body(api.GET('/api/v1/lots', { params: { query } })) as Promise<Part<Lot>>;
export const readVials: ReadPart<Vial> = (query) => body(api.GET('/api/v1/vials', { params: { query } })) as Promise<Part<Vial>>;
export const readMixtures: ReadPart<Vial> = (query) =>
  body(api.GET('/api/v1/mixtures', { params: { query } })) as Promise<Part<Vial>>;
export const readHeadTypes: ReadPart<HeadType> = (query) =>
  body(api.GET('/api/v1/head-types', { params: { query } })) as Promise<Part<HeadType>>;
export const readHeads = (query: { limit: number; after?: string }) => body(api.GET('/api/v1/heads', { params: { query } }));

/** Everything on the shelf, read whole: a scan is held against all of it. */
export async function readShelf(): Promise<Shelf> {
  const [products, lots, vials, headTypes] = await Promise.all([
    readAll(readProducts),
    readAll(readLots),
    readAll(readVials),
    readAll(readHeadTypes),
  ]);
  return { products, lots, vials, headTypes };
}

export function useShelf() {
  return useQuery({ queryKey: ['stock', 'shelf'], queryFn: readShelf });
}

export const useProducts = () => useParts(['stock', 'products'], readProducts);
export const useLots = () => useParts(['stock', 'lots'], readLots);
export const useVials = () => useParts(['stock', 'vials'], readVials);
export const useMixtures = () => useParts(['stock', 'mixtures'], readMixtures);
export const useHeadTypes = () => useParts(['stock', 'head-types'], readHeadTypes);
export const useHeads = (enabled: boolean) => useParts(['stock', 'heads'], readHeads, enabled);

/** After a change everything about the stock is read anew, here and where a session is prepared. */
export function stockChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['stock'] });
}

/** The version of a thing as If-Match takes it. */
export function tag(version: number): string {
  return `"${version}"`;
}
