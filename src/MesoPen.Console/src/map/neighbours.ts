import { isOn, type View, type ZoneShape } from './shapes';

export type Direction = 'up' | 'down' | 'left' | 'right';

const towards: Record<Direction, readonly [x: number, y: number]> = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };

/** Arrow keys, by the name that the browser gives them. */
export const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The zone that lies next in a direction, as it is seen; null at the edge. What is off to the side counts as twice as far. */
export function neighbour(zones: readonly ZoneShape[], from: string, direction: Direction): string | null {
  const here = zones.find((zone) => zone.id === from)?.anchor;
  if (here === undefined) return null;
  const [dx, dy] = towards[direction];
  let best: { id: string; far: number } | null = null;
  for (const { id, anchor } of zones) {
    const x = anchor[0] - here[0];
    const y = anchor[1] - here[1];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const far = along + 2 * aside;
    if (id !== from && along > 1 && aside <= 2 * along && (best === null || far < best.far)) best = { id, far };
  }
  return best?.id ?? null;
}

export interface Mark {
  tone: Tone;
  label?: string;
}

/** What is with a zone. */
export type Tone = 'idle' | 'planned' | 'next' | 'active' | 'done' | 'blocked';

const urgent: readonly Tone[] = ['active', 'next', 'blocked', 'planned', 'done'];

/** The view that shows the zone that matters most: the one at work, then the next one, then most of the others. */
export function viewOf(marks: Readonly<Record<string, Mark>>): View {
  const marked = Object.entries(marks);
  for (const tone of urgent) {
    const zones = marked.filter(([, mark]) => mark.tone === tone).map(([id]) => id);
    const onFace = zones.filter((id) => isOn('face', id)).length;
    const onBody = zones.filter((id) => isOn('body', id)).length;
    if (onFace !== onBody) return onFace > onBody ? 'face' : 'body';
  }
  return 'face';
}
