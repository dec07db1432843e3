/** A number or word of a certificate, with the digits that stand in it. */
export interface Figure {
  id: string;
  value: string;
  unit: string;
}

/** What a certificate states of one point, each as it is printed. */
export interface StatedPoint {
  /** Where it stands in the document: as-left.needle-1.point-2.out */
  at: string;
  needle: string | undefined;
  direction: 'out' | 'back' | undefined;
  figures: Partial<Record<string, Figure>>;
}

const place =
  /^(as-found|as-left)\.(?:needle-(\d+)\.)?point-\d+(?:\.(out|back))?\.(nominal|mean|error|expanded|k|tolerance|verdict)$/;

/** The points of the last series that a certificate states, in its order. */
export function statedIn(figures: readonly Figure[]): StatedPoint[] {
  const series = figures.some((each) => each.id.startsWith('as-left.')) ? 'as-left' : 'as-found';
  const points = new Map<string, StatedPoint>();
  for (const each of figures) {
    const match = place.exec(each.id);
    if (match === null || match[1] !== series) continue;
    const [, , needle, direction, what = ''] = match;
    const at = each.id.slice(0, -what.length - 1);
    const point = points.get(at) ?? { at, needle, direction: direction as StatedPoint['direction'], figures: {} };
    point.figures[what] = each;
    points.set(at, point);
  }
  return [...points.values()];
}
