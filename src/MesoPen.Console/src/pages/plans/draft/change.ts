import type { Schemas } from '../../../api/client';
import { blank, type Draft, type DraftZone, draftOf, type GeneralField, type PlanContent, typed, type ZoneField } from './draft';

type Entry = Schemas['CatalogueZoneView'];
type Profile = Schemas['DeviceProfileView'];

/** What a person does to a draft. */
export type Change =
  | { do: 'replace'; content: PlanContent | null }
  | { do: 'general'; field: GeneralField; text: string }
  | { do: 'mix'; products: readonly string[] }
  | { do: 'add'; entry: Entry; profile: Profile | undefined; like: string | null }
  | { do: 'zone'; zone: string; field: ZoneField; text: string }
  | { do: 'remove'; zone: string }
  | { do: 'move'; zone: string; by: -1 | 1 }
  | { do: 'copy'; zone: string; to: string };

/** The zone on the other side of the body; null for one in the middle. */
export function opposite(zone: string): string | null {
  if (zone.endsWith('.left')) return `${zone.slice(0, -5)}.right`;
  if (zone.endsWith('.right')) return `${zone.slice(0, -6)}.left`;
  return null;
}

/**
 * A zone as it is added: as the one that was drawn last, where its technique allows; else what the device and the catalogue leave no choice in. Dose,
 * depth and number of points are never guessed.
 */
export function zoneLike(entry: Entry, profile: Profile | undefined, like: DraftZone | undefined): DraftZone {
  const technique = like && entry.techniques.includes(like.technique) ? like.technique : (entry.techniques[0] ?? '');
  const spacing = entry.values.find((value) => value.key === 'spacing_min_um');
  return {
    zone: entry.id,
    technique,
    trigger: like?.trigger ?? profile?.trigger_modes[0] ?? 'single',
    points: '',
    dose_nl: like?.dose_nl ?? '',
    needle_length_um: '',
    angle_deg: like?.angle_deg ?? '90',
    spacing_um: spacing === undefined ? (like?.spacing_um ?? '') : typed(spacing.value, 1000),
    min_interval_ms: like?.min_interval_ms ?? (profile ? typed(profile.min_interval_ms, 1) : ''),
    depth_max_um: '',
    depth_source: '',
    dose_max_nl: '',
    dose_source: '',
  };
}

function put(zones: readonly DraftZone[], zone: DraftZone): DraftZone[] {
  const at = zones.findIndex((each) => each.zone === zone.zone);
  return at < 0 ? [...zones, zone] : zones.with(at, zone);
}

/** The draft after a change. */
export function changed(draft: Draft, change: Change): Draft {
  switch (change.do) {
    case 'replace':
      return change.content === null ? blank : draftOf(change.content);
    case 'general':
      return { ...draft, general: { ...draft.general, [change.field]: change.text } };
    case 'mix':
      return { ...draft, mixedWith: change.products };
    case 'add': {
      if (draft.zones.some((each) => each.zone === change.entry.id)) return draft;
      const like = draft.zones.find((each) => each.zone === change.like) ?? draft.zones.at(-1);
      return { ...draft, zones: [...draft.zones, zoneLike(change.entry, change.profile, like)] };
    }
    case 'zone':
      return {
        ...draft,
        zones: draft.zones.map((each) => (each.zone === change.zone ? { ...each, [change.field]: change.text } : each)),
      };
    case 'remove':
      return { ...draft, zones: draft.zones.filter((each) => each.zone !== change.zone) };
    case 'move': {
      const at = draft.zones.findIndex((each) => each.zone === change.zone);
      const [here, there] = [draft.zones[at], draft.zones[at + change.by]];
      if (here === undefined || there === undefined) return draft;
      return { ...draft, zones: draft.zones.with(at, there).with(at + change.by, here) };
    }
    case 'copy': {
      const source = draft.zones.find((each) => each.zone === change.zone);
      return source === undefined ? draft : { ...draft, zones: put(draft.zones, { ...source, zone: change.to }) };
    }
  }
}
