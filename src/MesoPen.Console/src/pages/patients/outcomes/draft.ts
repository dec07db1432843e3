import type { Schemas } from '../../../api/client';
import type { Outcome } from '../file/file';

/** A measured value as it is being typed. */
export interface OutcomeDraft {
  measure: string;
  score_name: string;
  zone: string;
  day: string;
  value: string;
  unit: string;
  instrument: string;
  note: string;
  session: string;
  reason: string;
}

/** An empty entry of today, or one to be put right. */
export function draftOf(outcome: Outcome | null, day: string): OutcomeDraft {
  const details = outcome?.details;
  return {
    measure: details?.measure ?? '',
    score_name: details?.score_name ?? '',
    zone: details?.zone ?? '',
    day: details?.day ?? day,
    value: details?.value ?? '',
    unit: details?.unit ?? '',
    instrument: details?.instrument ?? '',
    note: details?.note ?? '',
    session: details?.session_id ?? '',
    reason: '',
  };
}

/** What was typed, as the host takes it: a comma is a point, and a whole part is never left out. */
export function detailsOf(draft: OutcomeDraft): Schemas['OutcomeDetails'] {
  const said = (text: string) => (text.trim() === '' ? null : text.trim());
  const score = draft.measure === 'score';
  return {
    measure: draft.measure as Schemas['Measure'],
    score_name: score ? said(draft.score_name) : null,
    zone: draft.zone,
    day: draft.day,
    value: draft.value
      .trim()
      .replace(',', '.')
      .replace(/^(-?)\./, '$10.'),
    unit: draft.unit,
    instrument: said(draft.instrument),
    note: said(draft.note),
    session_id: said(draft.session),
  };
}
