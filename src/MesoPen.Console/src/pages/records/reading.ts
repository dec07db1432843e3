import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';
import { before, newest, type Stretch, sessionsOf } from './windows';

/** What the API answers at most in one part. */
const part = 500;
const long = 60_000;

/** Sessions, newest first, a stretch of days at a time; of one patient or plan there are few: all at once. */
export function useSessions(filter: { patient?: string | undefined; plan?: string | undefined }) {
  const narrowed = Boolean(filter.patient || filter.plan);
  return useInfiniteQuery({
    queryKey: ['records', 'sessions', filter.patient ?? '', filter.plan ?? ''],
    initialPageParam: narrowed ? { after: null, until: null, days: 0 } : newest(new Date()),
    queryFn: async ({ pageParam }) => {
      const query = {
        ...(filter.patient && { patient: filter.patient }),
        ...(filter.plan && { plan: filter.plan }),
        limit: part,
      };
      return sessionsOf(pageParam, (after) =>
        body(api.GET('/api/v1/sessions', { params: { query: { ...query, ...(after !== null && { after }) } } })),
      );
    },
    getNextPageParam: (_page, _pages, last: Stretch) => before(last, new Date()),
  });
}

/** Every part of a list. */
export async function everyPart<T>(
  ask: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await ask(after);
    all.push(...items);
    if (next === null) return all;
    after = next;
  }
}

/** All patients, for a choice among them. */
export function usePatients() {
  return useQuery({
    queryKey: ['records', 'patients', 'all'],
    staleTime: long,
    queryFn: () =>
      everyPart<Schemas['PatientOverview']>((after) =>
        body(api.GET('/api/v1/patients', { params: { query: { limit: part, ...(after && { after }) } } })),
      ),
  });
}

/** Printed names of people, by id. */
export function useNames() {
  const { data } = useQuery({
    queryKey: ['records', 'people', 'names'],
    staleTime: long,
    queryFn: async () => {
      const people = await everyPart<Schemas['PersonView']>((after) =>
        body(api.GET('/api/v1/people', { params: { query: { limit: part, ...(after && { after }) } } })),
      );
      return new Map(people.map((person) => [person.person_id, person.name]));
    },
  });
  return (id: string) => data?.get(id) ?? id;
}

export function useSite() {
  return useQuery({ queryKey: ['records', 'site'], staleTime: long, queryFn: () => body(api.GET('/api/v1/site')) });
}

export function useSessionRecord(id: string) {
  return useQuery({
    queryKey: ['records', 'sessions', 'record', id],
    queryFn: () => body(api.GET('/api/v1/sessions/{id}', { params: { path: { id } } })),
    // One that runs grows.
    refetchInterval: (query) => (query.state.data && !query.state.data.session.ended ? 5_000 : false),
  });
}

/** What a session stood on, read where it is kept. What cannot be read is left out: its id and hash stand in the record all the same. */
export interface Ground {
  patient: Schemas['Patient'] | undefined;
  plan: Schemas['Plan'] | undefined;
  version: Schemas['PlanVersion'] | undefined;
  products: Schemas['Product'][];
  lots: Schemas['Lot'][];
  vial: Schemas['VialView'] | undefined;
  heads: Schemas['HeadView'][];
  consent: Schemas['ConsentView'] | undefined;
  site: Schemas['SiteView'] | undefined;
  catalogue: Schemas['ZoneCatalogueView'] | undefined;
  /** Whether all of it was asked for and answered, one way or the other. */
  settled: boolean;
}

export function useGround(session: Schemas['Treatment'] | undefined): Ground {
  const enabled = session !== undefined;
  const intent = session?.intent;
  const ids = (kind: string) => (session?.basis ?? []).filter((item) => item.kind === kind).map((item) => item.id);
  const one = { enabled, staleTime: long };
  const patientId = intent?.patient_id ?? '';
  const patient = useQuery({
    ...one,
    queryKey: ['records', 'patients', patientId],
    queryFn: () => body(api.GET('/api/v1/patients/{id}', { params: { path: { id: patientId } } })),
  });
  const plan = useQuery({
    ...one,
    queryKey: ['records', 'plans', intent?.plan_id],
    queryFn: () => body(api.GET('/api/v1/plans/{id}', { params: { path: { id: intent?.plan_id ?? '' } } })),
  });
  const vial = useQuery({
    ...one,
    queryKey: ['records', 'vials', intent?.vial_id],
    queryFn: () => body(api.GET('/api/v1/vials/{id}', { params: { path: { id: intent?.vial_id ?? '' } } })),
  });
  const consentId = ids('consent')[0];
  const consent = useQuery({
    staleTime: long,
    enabled: consentId !== undefined,
    queryKey: ['records', 'patients', patientId, 'consents', consentId],
    queryFn: () =>
      body(
        api.GET('/api/v1/patients/{id}/consents/{consent}', {
          params: { path: { id: patientId, consent: consentId ?? '' } },
        }),
      ),
  });
  const products = useQueries({
    queries: ids('product').map((id) => ({
      staleTime: long,
      queryKey: ['records', 'products', id],
      queryFn: () => body(api.GET('/api/v1/products/{id}', { params: { path: { id } } })),
    })),
  });
  const lots = useQueries({
    queries: ids('lot').map((id) => ({
      staleTime: long,
      queryKey: ['records', 'lots', id],
      queryFn: () => body(api.GET('/api/v1/lots/{id}', { params: { path: { id } } })),
    })),
  });
  const heads = useQueries({
    queries: (session?.heads ?? []).map((id) => ({
      staleTime: long,
      queryKey: ['records', 'heads', id],
      queryFn: () => body(api.GET('/api/v1/heads/{id}', { params: { path: { id } } })),
    })),
  });
  const site = useSite();
  // The key that patients and the plan editor have: it is read once for all.
  const catalogue = useQuery({
    enabled,
    staleTime: 300_000,
    queryKey: ['catalogue', 'zones'],
    queryFn: () => body(api.GET('/api/v1/zones')),
  });
  const asked = [
    patient,
    plan,
    vial,
    site,
    catalogue,
    ...(consentId === undefined ? [] : [consent]),
    ...products,
    ...lots,
    ...heads,
  ];
  return {
    patient: patient.data,
    plan: plan.data,
    version: plan.data?.versions.find((version) => version.version === intent?.plan_version),
    products: products.flatMap(({ data }) => data ?? []),
    lots: lots.flatMap(({ data }) => data ?? []),
    vial: vial.data,
    heads: heads.flatMap(({ data }) => data ?? []),
    consent: consent.data,
    site: site.data,
    catalogue: catalogue.data,
    settled: enabled && asked.every((each) => !each.isPending),
  };
}
