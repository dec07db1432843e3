import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { useParts } from '../../parts/useParts';
import type { Role } from '../../shell/who';

export type Person = Schemas['PersonView'];

/** What a person may be, in the order of the page. */
export const roles = ['clinician', 'engineer', 'administrator', 'auditor'] as const satisfies readonly Role[];
export type RoleWord = (typeof roles)[number];

export const usePeople = () => useParts(['people'], (query) => body(api.GET('/api/v1/people', { params: { query } })));

export function usePerson(id: string) {
  return useQuery({
    queryKey: ['people', 'one', id],
    queryFn: () => body(api.GET('/api/v1/people/{id}', { params: { path: { id } } })),
  });
}

export function peopleChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['people'] });
}

/** The person's version as If-Match takes it. */
export function tag(person: Person): string {
  return `"${person.version}"`;
}

/** Today by UTC, as the host counts days. */
export function utcToday(): string {
  return new Date().toISOString().slice(0, 10);
}
