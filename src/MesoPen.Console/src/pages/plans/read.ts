/** What the pages of protocols and plans ask the host. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas, versioned } from '../../api/client';
import type { PlanContent } from './draft/draft';

export type Protocol = Schemas['TreatmentProtocol'];
export type Plan = Schemas['Plan'];
export type PlanVersion = Schemas['PlanVersion'];
export type PlanCheck = Schemas['PlanCheck'];
export type Catalogue = Schemas['ZoneCatalogueView'];
export type CatalogueZone = Schemas['CatalogueZoneView'];
export type Profile = Schemas['DeviceProfileView'];
export type Product = Schemas['Product'];

/** All parts of a list: for choices, where a part would look like the whole. */
async function all<T>(part: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await part(after);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

const paged = (after: string | undefined) => ({ limit: 500, ...(after === undefined ? {} : { after }) });
const path = (id: string) => ({ params: { path: { id } } });
const still = 300_000;

export const read = {
  catalogue: () =>
    queryOptions({ queryKey: ['catalogue', 'zones'], queryFn: () => body(api.GET('/api/v1/zones')), staleTime: still }),
  profiles: () =>
    queryOptions({
      queryKey: ['catalogue', 'profiles'],
      queryFn: async () => (await body(api.GET('/api/v1/device-profiles'))).profiles,
      staleTime: still,
    }),
  products: () =>
    queryOptions({
      queryKey: ['products', 'all'],
      queryFn: () => all((after) => body(api.GET('/api/v1/products', { params: { query: paged(after) } }))),
    }),
  patients: () =>
    queryOptions({
      queryKey: ['patients', 'choice'],
      queryFn: () => all((after) => body(api.GET('/api/v1/patients', { params: { query: paged(after) } }))),
    }),
  protocol: (id: string) =>
    queryOptions({ queryKey: ['protocols', id], queryFn: () => versioned(api.GET('/api/v1/protocols/{id}', path(id))) }),
  plan: (id: string) =>
    queryOptions({ queryKey: ['plans', id], queryFn: () => versioned(api.GET('/api/v1/plans/{id}', path(id))) }),
  check: (content: PlanContent, patient: string | null, loaded: number | null) =>
    queryOptions({
      queryKey: ['plan-check', content, patient, loaded],
      queryFn: () => body(api.POST('/api/v1/plans/check', { body: { content, patient_id: patient, loaded_nl: loaded } })),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
      gcTime: 60_000,
    }),
};

/** The newest version of a protocol or plan. */
export function newest(versions: readonly PlanVersion[]): PlanVersion {
  const version = versions.at(-1);
  if (version === undefined) throw new Error('A plan has at least one version.');
  return version;
}

/** What a version says, without who made it when. */
export function said({ version, by, at, sha256, sequence, ...content }: PlanVersion): PlanContent {
  return content;
}
