/** Everything that the pages read of a patient. All of it lies under one key: a change reads it all anew. */
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, body, versioned } from '../../../api/client';
import { queries } from '../../../api/keys';
import { tellSaved } from './saved';
import { whole } from './whole';

export * from './types';

const root = 'patients';
const of = (id: string) => ({ params: { path: { id } } });

/** Every question about patients that the pages ask the host. */
export const read = {
  patient: (id: string) =>
    queryOptions({ queryKey: [root, id, 'patient'], queryFn: () => versioned(api.GET('/api/v1/patients/{id}', of(id))) }),
  // What stands today may block at midnight, and what another station enters blocks here.
  blocks: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'blocks'],
      queryFn: async () => (await body(api.GET('/api/v1/patients/{id}/blocks', of(id)))).blocks,
      refetchInterval: 60_000,
    }),
  everybody: () =>
    queryOptions({
      queryKey: [root, 'everybody'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/patients', { params: { query } }))),
    }),
  questions: () =>
    queryOptions({
      queryKey: [root, 'questions'],
      queryFn: () => body(api.GET('/api/v1/screening-questions')),
      staleTime: 60_000,
    }),
  // The key that the plan editor has: it is read once for both.
  catalogue: () =>
    queryOptions({
      queryKey: ['catalogue', 'zones'],
      queryFn: () => body(api.GET('/api/v1/zones')),
      staleTime: 300_000,
    }),
  screenings: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'screenings'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/patients/{id}/screenings', { params: { path: { id }, query } }))),
    }),
  screening: (id: string, screening: string) =>
    queryOptions({
      queryKey: [root, id, 'screening', screening],
      queryFn: () => versioned(api.GET('/api/v1/patients/{id}/screenings/{screening}', { params: { path: { id, screening } } })),
    }),
  clearances: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'clearances'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/patients/{id}/clearances', { params: { path: { id }, query } }))),
    }),
  consents: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'consents'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/patients/{id}/consents', { params: { path: { id }, query } }))),
    }),
  consent: (id: string, consent: string) =>
    queryOptions({
      queryKey: [root, id, 'consent', consent],
      queryFn: () => body(api.GET('/api/v1/patients/{id}/consents/{consent}', { params: { path: { id, consent } } })),
    }),
  texts: () =>
    queryOptions({
      queryKey: [root, 'texts'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/consent-texts', { params: { query } }))),
    }),
  assessments: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'assessments'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/patients/{id}/assessments', { params: { path: { id }, query } }))),
    }),
  others: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'other-treatments'],
      queryFn: () =>
        whole((query) => body(api.GET('/api/v1/patients/{id}/other-treatments', { params: { path: { id }, query } }))),
    }),
  plans: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'plans'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/plans', { params: { query: { ...query, patient: id } } }))),
    }),
  plan: (id: string, plan: string) =>
    queryOptions({ queryKey: [root, id, 'plan', plan], queryFn: () => versioned(api.GET('/api/v1/plans/{id}', of(plan))) }),
  schedule: (id: string, plan: string) =>
    queryOptions({
      queryKey: [root, id, 'schedule', plan],
      queryFn: () => body(api.GET('/api/v1/plans/{id}/schedule', of(plan))),
    }),
  protocols: () =>
    queryOptions({
      queryKey: [root, 'protocols'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/protocols', { params: { query } }))),
    }),
  product: (product: string) =>
    queryOptions({ queryKey: [root, 'product', product], queryFn: () => body(api.GET('/api/v1/products/{id}', of(product))) }),
  policy: () => queryOptions({ queryKey: [root, 'policy'], queryFn: async () => (await body(api.GET('/api/v1/site'))).policy }),
  sessions: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'sessions'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/sessions', { params: { query: { ...query, patient: id } } }))),
    }),
  events: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'adverse-events'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/patients/{id}/adverse-events', { params: { path: { id }, query } }))),
    }),
  series: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'series'],
      queryFn: () => body(api.GET('/api/v1/patients/{id}/outcomes/series', of(id))),
    }),
  outcomes: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'outcomes'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/patients/{id}/outcomes', { params: { path: { id }, query } }))),
    }),
  photos: (id: string) =>
    queryOptions({
      queryKey: [root, id, 'photos'],
      queryFn: () => whole((query) => body(api.GET('/api/v1/patients/{id}/photos', { params: { path: { id }, query } }))),
    }),
};

/** A change of a patient's file: when it is made, everything that was read of patients is read anew. */
export function useChange<Asked, Made>(change: (asked: Asked) => Promise<Made>, done?: (made: Made) => void) {
  return useMutation({
    mutationFn: change,
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: [root] });
      done?.(made);
      // A form that is gone leaves the focus nowhere: the reading goes on at the content.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
      });
      tellSaved();
    },
  });
}
