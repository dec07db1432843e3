import type { Schemas } from '../../../api/client';
import { scales, typed, whole } from '../figures';
import type { Kind } from '../model';

/** A point as it is typed; what is empty is left to the device's profile or the planner. */
export interface PointDraft {
  key: number;
  nominal: string;
  tolerance: string;
  source: string;
  replicates: string;
  shots: string;
}

/** A calibration as it is typed, before it is begun. */
export interface BeginDraft {
  kind: Kind;
  /** Id of a saved device, or an address. */
  device: string;
  model: string;
  typed: boolean;
  instrument: string;
  references: string[];
  /** Empty: the usual ones. */
  points: PointDraft[];
  rule: Schemas['DecisionRule'];
  adjust: Schemas['AdjustWhen'];
  months: string;
  shotsValid: string;
  customer: string;
  place: string;
  condition: string;
  headLot: string;
  needles: string;
  drain: string;
  blank: string;
}

export const emptyDraft: BeginDraft = {
  kind: 'volume',
  device: '',
  model: '',
  typed: false,
  instrument: '',
  references: [],
  points: [],
  rule: 'guarded',
  adjust: 'failed',
  months: '',
  shotsValid: '',
  customer: '',
  place: '',
  condition: '',
  headLot: '',
  needles: '1',
  drain: '2',
  blank: '120',
};

/** Fields that are not as they must be. */
export type Wrong =
  | 'device'
  | 'instrument'
  | 'months'
  | 'shotsValid'
  | 'customer'
  | 'place'
  | 'condition'
  | 'needles'
  | 'drain'
  | 'blank'
  | 'points';

const count = (text: string) => {
  const value = whole(text, 1);
  return value !== null && value > 0 ? value : null;
};

const within = (text: string, least: number, most: number) => {
  const value = whole(text, 1);
  return value !== null && value >= least && value <= most;
};

/** Fields of a point in which something stands that cannot be read. */
export function unreadable(kind: Kind, point: PointDraft): Set<'nominal' | 'tolerance' | 'replicates' | 'shots'> {
  const { per } = scales[kind];
  const wrong = new Set<'nominal' | 'tolerance' | 'replicates' | 'shots'>();
  const holds = (text: string) => text.trim() !== '';
  for (const field of ['nominal', 'tolerance'] as const)
    if (holds(point[field]) && (whole(point[field], per) ?? 0) < 1) wrong.add(field);
  if (holds(point.replicates) && !within(point.replicates, 2, 100)) wrong.add('replicates');
  if (holds(point.shots) && !within(point.shots, 1, 1_000)) wrong.add('shots');
  return wrong;
}

/** The points as they are asked for; null if one cannot be read. */
export function pointsAsked(draft: Pick<BeginDraft, 'kind' | 'points'>): Schemas['PointAsked'][] | null {
  const { per } = scales[draft.kind];
  const asked = draft.points.map((each): Schemas['PointAsked'] | null => {
    const nominal = whole(each.nominal, per);
    const tolerance = each.tolerance.trim() === '' ? null : whole(each.tolerance, per);
    const replicates = each.replicates.trim() === '' ? null : count(each.replicates);
    const shots = each.shots.trim() === '' ? null : count(each.shots);
    if (nominal === null || unreadable(draft.kind, each).size > 0 || (tolerance !== null && each.source.trim() === ''))
      return null;
    return {
      nominal,
      tolerance,
      tolerance_source: tolerance === null ? null : each.source.trim(),
      replicates,
      shots_per_reading: shots,
    };
  });
  return asked.some((each) => each === null) ? null : (asked as Schemas['PointAsked'][]);
}

/** A point that the planner proposes without a tolerance, as fields of its own. */
export function stated(kind: Kind, point: { nominal: number; replicates: number }): PointDraft {
  return {
    key: point.nominal,
    nominal: typed(point.nominal, scales[kind].per),
    tolerance: '',
    source: '',
    replicates: String(point.replicates),
    shots: '',
  };
}

/** What keeps a draft from being begun. */
export function wrongOf(draft: BeginDraft): Set<Wrong> {
  const wrong = new Set<Wrong>();
  if (draft.device.trim() === '' || draft.model === '') wrong.add('device');
  if (!draft.typed && draft.kind !== 'occlusion' && draft.instrument.trim() === '') wrong.add('instrument');
  if (count(draft.months) === null) wrong.add('months');
  if (draft.shotsValid.trim() !== '' && count(draft.shotsValid) === null) wrong.add('shotsValid');
  for (const line of ['customer', 'place', 'condition'] as const) if (draft[line].trim() === '') wrong.add(line);
  if (draft.kind === 'depth' && count(draft.needles) === null) wrong.add('needles');
  if (draft.kind === 'volume' && whole(draft.drain, 1_000) === null) wrong.add('drain');
  if (draft.kind === 'volume' && (whole(draft.blank, 1_000) ?? 0) < 1_000) wrong.add('blank');
  // No profile states a tolerance of the occlusion threshold: whoever asks says it, and whose it is.
  const unstated =
    draft.kind === 'occlusion' && (draft.points.length === 0 || draft.points.some((each) => each.tolerance.trim() === ''));
  if (pointsAsked(draft) === null || unstated) wrong.add('points');
  return wrong;
}

/** The draft as the host takes it; only of one in which nothing is wrong. */
export function begun(draft: BeginDraft): Schemas['BeginCalibration'] {
  const points = pointsAsked(draft);
  const typed = draft.typed || draft.kind === 'occlusion';
  return {
    kind: draft.kind,
    device: draft.device.trim(),
    instrument: typed ? null : draft.instrument.trim(),
    references: draft.references,
    customer: draft.customer.trim(),
    place: draft.place.trim(),
    condition: draft.condition.trim(),
    months_valid: count(draft.months) ?? 0,
    points: points === null || points.length === 0 ? null : points,
    rule: draft.rule,
    shots_valid: draft.shotsValid.trim() === '' ? null : count(draft.shotsValid),
    head_lot: draft.headLot.trim() === '' ? null : draft.headLot.trim(),
    needles: draft.kind === 'depth' ? count(draft.needles) : null,
    drain_ms: draft.kind === 'volume' ? whole(draft.drain, 1_000) : null,
    blank_ms: draft.kind === 'volume' ? whole(draft.blank, 1_000) : null,
    adjust: draft.adjust,
    weight_density: null,
    expansion_per_milli_k: null,
    operator_permille: null,
    liquid: null,
  };
}
