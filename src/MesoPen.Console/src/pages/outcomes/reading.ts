import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { everyPart } from '../records/reading';

/** Everything of this area is read anew after a change of any of it: an event shows in contacts, series and recalls. */
export function again(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['outcomes'] });
}

const enabled = (patient: string | undefined) => ({ enabled: Boolean(patient) });

export function usePatientSessions(patient: string | undefined) {
  return useQuery({
    ...enabled(patient),
    queryKey: ['outcomes', 'sessions', patient],
    queryFn: async () =>
      (
        await everyPart<Schemas['Treatment']>((after) =>
          body(
            api.GET('/api/v1/sessions', { params: { query: { patient: patient ?? '', limit: 500, ...(after && { after }) } } }),
          ),
        )
      ).reverse(),
  });
}

export function usePatientEvents(patient: string | undefined) {
  return useQuery({
    ...enabled(patient),
    queryKey: ['outcomes', 'events of', patient],
    queryFn: () =>
      everyPart<Schemas['AdverseEvent']>((after) =>
        body(
          api.GET('/api/v1/patients/{id}/adverse-events', {
            params: { path: { id: patient ?? '' }, query: { limit: 500, ...(after && { after }) } },
          }),
        ),
      ),
  });
}
