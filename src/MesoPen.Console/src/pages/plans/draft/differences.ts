import type { PlanContent, PlannedZone } from './draft';

/** Fields of a plan that people read, in the order of the page. */
export const generalOrder = [
  'product_id',
  'mixed_with',
  'device_family',
  'prime_nl',
  'sticks_max',
  'sticks_reason',
  'course.sessions',
  'course.interval',
  'course.maintenance',
  'course.source',
  'order',
] as const;
export const zoneOrder = [
  'technique',
  'trigger',
  'points',
  'dose_nl',
  'needle_length_um',
  'angle_deg',
  'spacing_um',
  'min_interval_ms',
  'depth_max_um',
  'depth_source',
  'dose_max_nl',
  'dose_source',
] as const satisfies readonly (keyof PlannedZone)[];
export type GeneralPart = (typeof generalOrder)[number];
export type ZonePart = (typeof zoneOrder)[number];

export type Value = string | number | readonly string[] | { min_days: number; max_days: number } | null;

/** One thing that is not as it was. A zone that came or went is told whole. */
export type Difference =
  | { what: 'general'; field: GeneralPart; was: Value; is: Value }
  | { what: 'zone'; zone: string; field: ZonePart; was: Value; is: Value }
  | { what: 'added' | 'removed'; zone: string; content: PlannedZone };

function part(content: PlanContent, field: GeneralPart): Value {
  switch (field) {
    case 'mixed_with':
      return content.mixed_with ?? null;
    case 'course.sessions':
      return content.course.sessions;
    case 'course.interval':
      return content.course.interval;
    case 'course.maintenance':
      return content.course.maintenance ?? null;
    case 'course.source':
      return content.course.source ?? null;
    case 'order':
      return content.zones.map((zone) => zone.zone);
    default:
      return content[field];
  }
}

const same = (one: Value, other: Value) => JSON.stringify(one) === JSON.stringify(other);

/** What one version says otherwise than another, in the order in which people read a plan. */
export function differences(was: PlanContent, is: PlanContent): Difference[] {
  const found: Difference[] = [];
  const before = new Map(was.zones.map((zone) => [zone.zone, zone]));
  const after = new Map(is.zones.map((zone) => [zone.zone, zone]));
  for (const field of generalOrder) {
    const [old, now] = [part(was, field), part(is, field)];
    // Zones that came or went are told below; the order is of those that stayed.
    const stayed = (value: Value) => (value as readonly string[]).filter((zone) => before.has(zone) && after.has(zone));
    if (field === 'order' ? !same(stayed(old), stayed(now)) : !same(old, now))
      found.push({ what: 'general', field, was: old, is: now });
  }
  for (const [zone, content] of before) if (!after.has(zone)) found.push({ what: 'removed', zone, content });
  for (const [zone, content] of after) {
    const old = before.get(zone);
    if (old === undefined) {
      found.push({ what: 'added', zone, content });
      continue;
    }
    for (const field of zoneOrder) {
      const [one, other] = [old[field] ?? null, content[field] ?? null];
      if (!same(one, other)) found.push({ what: 'zone', zone, field, was: one, is: other });
    }
  }
  return found;
}
