import type { Schemas } from '../../api/client';
import type { Shot } from './sums';

type Kind = Schemas['LimitKind'] | 'point-volume-max';

/** One limit of a session, who set it, and how much of it was used. */
export interface HeldLimit {
  kind: Kind;
  /** Zone id; null for the whole session. */
  zone: string | null;
  value: number;
  used: number;
  source: string;
  /** Whether what set it is still what the session stood on: if not, the value shown is today's. */
  asThen: boolean;
}

export interface LimitSources {
  plan?: Schemas['PlanVersion'] | undefined;
  products: readonly Schemas['Product'][];
  site?: Schemas['SiteView'] | undefined;
  catalogue?: Schemas['ZoneCatalogueView'] | undefined;
  head?: Schemas['HeadView'] | undefined;
  basis: readonly Schemas['BasisItem'][];
  shots: readonly Shot[];
  punctures: number | null;
}

/** Whether more was given than a limit allows, or less than one that is a least. */
export function isBeyond({ kind, value, used }: Pick<HeldLimit, 'kind' | 'value' | 'used'>): boolean {
  return kind.endsWith('-min') ? used < value : used > value;
}

const most = (shots: readonly Shot[], of: (shot: Shot) => number) => shots.reduce((far, shot) => Math.max(far, of(shot)), 0);
const all = (shots: readonly Shot[]) => shots.reduce((sum, shot) => sum + shot.volume_nl, 0);

/** Depth under the skin of a needle that goes in at an angle, rounded up: nothing is made shallower than it was. */
export function tissueDepth(alongUm: number, angleDeg: number): number {
  return angleDeg === 90 ? alongUm : Math.ceil(alongUm * Math.sin((angleDeg * Math.PI) / 180));
}

/** The limits that a session was held to, by what is still known of those who set them. What is unknown counts as delivered. */
export function heldLimits({ plan, products, site, catalogue, head, basis, shots, punctures }: LimitSources): HeldLimit[] {
  const found: HeldLimit[] = [];
  const stood = (kind: string, id: string, version: number) =>
    basis.some((item) => item.kind === kind && item.id === id && item.version === String(version));
  const angle = (zone: string | null) => plan?.zones.find((planned) => planned.zone === zone)?.angle_deg ?? 90;
  const deepest = (some: readonly Shot[]) => most(some, (shot) => tissueDepth(shot.depth_um, angle(shot.zone)));
  const largest = (some: readonly Shot[]) => most(some, (shot) => shot.volume_nl);
  const add = (kind: Kind, zone: string | null, value: number, used: number, source: string, asThen: boolean) =>
    found.push({ kind, zone, value, used, source, asThen });

  for (const zone of plan?.zones ?? []) {
    const here = shots.filter((shot) => shot.zone === zone.zone);
    if (zone.depth_max_um && zone.depth_source) {
      add('tissue-depth-max', zone.zone, zone.depth_max_um, deepest(here), zone.depth_source, true);
    }
    if (zone.dose_max_nl && zone.dose_source) add('dose-max', zone.zone, zone.dose_max_nl, largest(here), zone.dose_source, true);
  }
  for (const limit of zoneLimits(plan, catalogue, shots, angle)) {
    found.push({ ...limit, asThen: basis.some((item) => item.kind === 'zones' && item.sha256 === catalogue?.sha256) });
  }
  for (const product of products) {
    const asThen = stood('product', product.id, product.revision);
    const from = (source: string | undefined) => [product.name ?? product.id, source].filter(Boolean).join(': ');
    if (product.depth_max_um)
      add('tissue-depth-max', null, product.depth_max_um, deepest(shots), from(product.depth_source), asThen);
    if (product.point_max_nl)
      add('point-volume-max', null, product.point_max_nl, largest(shots), from(product.point_source), asThen);
    if (product.session_max_nl) {
      add('product-volume-max', null, product.session_max_nl, all(shots), from(product.session_source), asThen);
    }
  }
  for (const limit of site?.policy.limits ?? []) {
    const here = limit.zone === null ? shots : shots.filter((shot) => shot.zone === limit.zone);
    const used: Partial<Record<Kind, number>> = {
      'tissue-depth-max': deepest(here),
      'needle-length-max': most(here, (shot) => shot.depth_um),
      'dose-max': largest(here),
      'zone-volume-max': all(here),
      'zone-shots-max': here.filter((shot) => shot.outcome !== 'not-delivered').length,
      'session-volume-max': all(shots),
      'product-volume-max': all(shots),
    };
    const known = used[limit.kind];
    if (known !== undefined) {
      add(limit.kind, limit.zone, limit.value, known, limit.reference, stood('limits', 'clinic', site?.policy_version ?? -1));
    }
  }
  if (head && punctures !== null) {
    add('needle-sticks-max', null, head.punctures_max, punctures, `${head.head.head_type_id}, ${head.head.id}`, true);
  }
  return found;
}

/** Limits of the zone catalogue for the zones that were planned. What zones of one area share is held against what they got together. */
function zoneLimits(
  plan: Schemas['PlanVersion'] | undefined,
  catalogue: Schemas['ZoneCatalogueView'] | undefined,
  shots: readonly Shot[],
  angle: (zone: string | null) => number,
): Omit<HeldLimit, 'asThen'>[] {
  const area = (id: string | null) => catalogue?.zones.find((each) => each.id === id)?.area ?? id;
  return (plan?.zones ?? []).flatMap(({ zone }) => {
    const here = shots.filter((shot) => shot.zone === zone);
    const given = here.filter((shot) => shot.outcome !== 'not-delivered');
    const depths = given.map((shot) => tissueDepth(shot.depth_um, angle(zone)));
    const used: Readonly<Record<string, readonly [Kind, number]>> = {
      depth_max_um: ['tissue-depth-max', Math.max(0, ...depths)],
      ...(depths.length > 0 && { depth_min_um: ['tissue-depth-min', Math.min(...depths)] as const }),
      dose_max_nl: ['dose-max', most(here, (shot) => shot.volume_nl)],
      volume_max_nl: ['zone-volume-max', all(shots.filter((shot) => area(shot.zone) === area(zone)))],
      shots_max: ['zone-shots-max', given.length],
    };
    return (catalogue?.zones.find((each) => each.id === zone)?.values ?? []).flatMap(({ key, value, source }) => {
      const known = used[key];
      return known === undefined ? [] : [{ kind: known[0], zone, value, used: known[1], source: source.title }];
    });
  });
}
