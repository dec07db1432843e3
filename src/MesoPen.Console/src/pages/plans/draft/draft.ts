import i18next from 'i18next';
import type { Schemas } from '../../../api/client';
import { parseScaled } from '../../../quantity/quantity';

export type PlanContent = Schemas['PlanContent'];
export type PlannedZone = Schemas['PlannedZone'];

/** Numbers of a zone as they are typed: how many of the API's units one typed unit is, and whether it may be left out. */
export const zoneNumbers = {
  points: { scale: 1, optional: false },
  dose_nl: { scale: 1000, optional: false },
  needle_length_um: { scale: 1000, optional: false },
  angle_deg: { scale: 1, optional: false },
  spacing_um: { scale: 1000, optional: false },
  min_interval_ms: { scale: 1, optional: false },
  depth_max_um: { scale: 1000, optional: true },
  dose_max_nl: { scale: 1000, optional: true },
} as const;
export type ZoneNumber = keyof typeof zoneNumbers;
export type ZoneField = ZoneNumber | 'zone' | 'technique' | 'trigger' | 'depth_source' | 'dose_source';

/** A zone as it stands on the page: what was typed, readable or not. */
export type DraftZone = Record<ZoneField, string>;

export const generalNumbers = {
  prime_nl: { scale: 1000, optional: false },
  sticks_max: { scale: 1, optional: false },
  'course.sessions': { scale: 1, optional: false },
  'course.min_days': { scale: 1, optional: false },
  'course.max_days': { scale: 1, optional: false },
  'maintenance.min_days': { scale: 1, optional: true },
  'maintenance.max_days': { scale: 1, optional: true },
} as const;
export type GeneralNumber = keyof typeof generalNumbers;
export type GeneralField = GeneralNumber | 'product_id' | 'device_family' | 'sticks_reason' | 'course.source';

/** A protocol or plan as it stands on the page. */
export interface Draft {
  general: Record<GeneralField, string>;
  mixedWith: readonly string[];
  zones: readonly DraftZone[];
}

/** Why a field cannot be read: nothing is in it, or nothing that is a number of its unit. */
export type Unreadable = 'needed' | 'number';

/** Fields by `zone/field`, or by their own name if they are of no zone. */
export type Unreadables = Readonly<Record<string, Unreadable>>;

export const key = (zone: string | null, field: string) => (zone === null ? field : `${zone}/${field}`);

/** A number as one types it: no grouping, the decimal mark of the language. */
export function typed(value: number, scale: number): string {
  return new Intl.NumberFormat(i18next.language || 'en', { useGrouping: false, maximumFractionDigits: 6 }).format(value / scale);
}

const optional = (value: number | null | undefined, scale: number) =>
  value === null || value === undefined ? '' : typed(value, scale);

export function draftOf(content: PlanContent): Draft {
  const { course } = content;
  return {
    general: {
      product_id: content.product_id,
      device_family: content.device_family,
      prime_nl: typed(content.prime_nl, 1000),
      sticks_max: typed(content.sticks_max, 1),
      sticks_reason: content.sticks_reason,
      'course.sessions': typed(course.sessions, 1),
      'course.min_days': typed(course.interval.min_days, 1),
      'course.max_days': typed(course.interval.max_days, 1),
      'maintenance.min_days': optional(course.maintenance?.min_days, 1),
      'maintenance.max_days': optional(course.maintenance?.max_days, 1),
      'course.source': course.source ?? '',
    },
    mixedWith: content.mixed_with ?? [],
    zones: content.zones.map((zone) => ({
      zone: zone.zone,
      technique: zone.technique,
      trigger: zone.trigger,
      points: typed(zone.points, 1),
      dose_nl: typed(zone.dose_nl, 1000),
      needle_length_um: typed(zone.needle_length_um, 1000),
      angle_deg: typed(zone.angle_deg, 1),
      spacing_um: typed(zone.spacing_um, 1000),
      min_interval_ms: typed(zone.min_interval_ms, 1),
      depth_max_um: optional(zone.depth_max_um, 1000),
      depth_source: zone.depth_source ?? '',
      dose_max_nl: optional(zone.dose_max_nl, 1000),
      dose_source: zone.dose_source ?? '',
    })),
  };
}

/** Nothing drawn yet. A usual course stands there, as the host knows it; everything else is asked for. */
export const blank: Draft = {
  general: {
    product_id: '',
    device_family: '',
    prime_nl: '',
    sticks_max: '',
    sticks_reason: '',
    'course.sessions': '3',
    'course.min_days': '14',
    'course.max_days': '28',
    'maintenance.min_days': '',
    'maintenance.max_days': '',
    'course.source': '',
  },
  mixedWith: [],
  zones: [],
};

/**
 * What the draft says, for the host. A field that cannot be read is in `unreadable`, and 1 stands in for it so that the host can say the limits of
 * the others: such a content is only checked, never saved.
 */
export function contentOf(draft: Draft): { content: PlanContent; unreadable: Unreadables } {
  const unreadable: Record<string, Unreadable> = {};
  const read = (zone: string | null, field: string, text: string, scale: number): number => {
    if (text.trim() === '') {
      unreadable[key(zone, field)] = 'needed';
      return 1;
    }
    const value = parseScaled(text, scale);
    if (value === null) unreadable[key(zone, field)] = 'number';
    return value ?? 1;
  };
  const perhaps = (zone: string | null, field: string, text: string, scale: number): number | null =>
    text.trim() === '' ? null : read(zone, field, text, scale);
  const word = (text: string) => (text.trim() === '' ? null : text.trim());
  const { general } = draft;
  const number = (field: GeneralNumber) => read(null, field, general[field], generalNumbers[field].scale);
  for (const field of ['product_id', 'device_family', 'sticks_reason'] as const) {
    if (general[field].trim() === '') unreadable[field] = 'needed';
  }
  const maintained = general['maintenance.min_days'].trim() !== '' || general['maintenance.max_days'].trim() !== '';
  const content: PlanContent = {
    product_id: general.product_id,
    device_family: general.device_family,
    prime_nl: number('prime_nl'),
    sticks_max: number('sticks_max'),
    sticks_reason: general.sticks_reason.trim(),
    zones: draft.zones.map((zone) => {
      const of = (field: ZoneNumber) => read(zone.zone, field, zone[field], zoneNumbers[field].scale);
      return {
        zone: zone.zone,
        technique: zone.technique,
        trigger: zone.trigger,
        points: of('points'),
        dose_nl: of('dose_nl'),
        needle_length_um: of('needle_length_um'),
        angle_deg: of('angle_deg'),
        spacing_um: of('spacing_um'),
        min_interval_ms: of('min_interval_ms'),
        depth_max_um: perhaps(zone.zone, 'depth_max_um', zone.depth_max_um, 1000),
        depth_source: word(zone.depth_source),
        dose_max_nl: perhaps(zone.zone, 'dose_max_nl', zone.dose_max_nl, 1000),
        dose_source: word(zone.dose_source),
      };
    }),
    course: {
      sessions: number('course.sessions'),
      interval: { min_days: number('course.min_days'), max_days: number('course.max_days') },
      maintenance: maintained ? { min_days: number('maintenance.min_days'), max_days: number('maintenance.max_days') } : null,
      source: word(general['course.source']),
    },
    mixed_with: draft.mixedWith.length === 0 ? null : [...draft.mixedWith],
  };
  return { content, unreadable };
}
