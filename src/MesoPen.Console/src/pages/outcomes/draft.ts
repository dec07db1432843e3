import type { Schemas } from '../../api/client';

type Details = Schemas['AdverseEventDetails'];

/** What stands in the fields while an adverse event is written: texts, as they were typed. */
export interface Draft {
  session: string;
  zone: string;
  first: string;
  last: string;
  onset: string;
  severity: string;
  serious: boolean;
  relation: string;
  outcome: string;
  resolved: string;
  description: string;
}

export const resolvedOutcomes: readonly string[] = ['resolved', 'resolved-with-sequelae'];

export function emptyDraft(given: URLSearchParams, day: string): Draft {
  const said = (name: string) => given.get(name) ?? '';
  return {
    session: said('session'),
    zone: said('zone'),
    first: said('first'),
    last: said('last'),
    onset: day,
    severity: '',
    serious: false,
    relation: '',
    outcome: '',
    resolved: '',
    description: '',
  };
}

export function draftOf(details: Details): Draft {
  return {
    session: details.session_id ?? '',
    zone: details.zone ?? '',
    first: details.first_shot?.toString() ?? '',
    last: details.last_shot?.toString() ?? '',
    onset: details.onset_day,
    severity: details.severity,
    serious: details.serious,
    relation: details.relation,
    outcome: details.outcome,
    resolved: details.resolved_day ?? '',
    description: details.description,
  };
}

/** A shot's number as typed; null for an empty field, and for what the host will refuse, as it is said there. */
export function shotNumber(text: string): number | null {
  return /^\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : null;
}

/**
 * What is asked of the host. Product, lot, head and device are those that were known, as long as the session is the same: else the host takes them
 * from the session.
 */
export function detailsOf(draft: Draft, known?: Details): Details {
  const same = known !== undefined && (known.session_id ?? '') === draft.session;
  return {
    onset_day: draft.onset,
    resolved_day: resolvedOutcomes.includes(draft.outcome) && draft.resolved !== '' ? draft.resolved : null,
    description: draft.description.trim(),
    severity: draft.severity as Details['severity'],
    serious: draft.serious,
    relation: draft.relation as Details['relation'],
    outcome: draft.outcome as Details['outcome'],
    zone: draft.zone === '' ? null : draft.zone,
    session_id: draft.session === '' ? null : draft.session,
    first_shot: draft.session === '' ? null : shotNumber(draft.first),
    last_shot: draft.session === '' ? null : shotNumber(draft.last),
    product_id: same ? (known.product_id ?? null) : null,
    lot: same ? (known.lot ?? null) : null,
    head_id: same ? (known.head_id ?? null) : null,
    device_serial: same ? (known.device_serial ?? null) : null,
  };
}
