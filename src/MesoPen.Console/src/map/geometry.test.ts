import { describe, expect, test } from 'vitest';
import { directions, neighbour, viewOf } from './neighbours';
import { mirrored, run, whole } from './path';
import { faceAxis, frontAxis, sheets, type View } from './shapes';

const views = Object.keys(sheets) as View[];
const arrows = Object.values(directions);

/** Every number of a path, in pairs. */
function points(d: string): [number, number][] {
  const numbers = [...d.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text));
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] as number, numbers[2 * i + 1] as number]);
}

const box = (d: string) => {
  const all = points(d);
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
};

describe('curves', () => {
  // Aim: a slip of the pen is told, not drawn.
  test('take move, line and curve, absolute, and nothing else', () => {
    expect(run('M0 0L2 0C3 0 4 1 4 2')).toEqual([
      [0, 0],
      [0, 0],
      [2, 0],
      [2, 0],
      [3, 0],
      [4, 1],
      [4, 2],
    ]);
    expect(() => run('M0 0q1 1 2 2')).toThrow();
    expect(() => run('M0 0C1 1 2 2')).toThrow();
  });

  // Aim: a half and its mirror image join on the axis, without a gap.
  test('a half becomes a whole that is its own mirror image', () => {
    const shape = whole(run('M10 0C14 2 16 6 10 8'), 10);
    expect(shape[0]).toEqual([10, 0]);
    expect(shape.at(-1)).toEqual([10, 0]);
    expect(new Set(mirrored(shape, 10).map(String))).toEqual(new Set(shape.map(String)));
  });
});

describe('zones of the map', () => {
  // Aim: the patient's left is to the right of who looks, on the face and on the front of the body.
  test('left is on the right of who looks at the patient', () => {
    for (const [view, axis] of [
      ['face', faceAxis],
      ['body', frontAxis],
    ] as const) {
      for (const { id, anchor, outlines } of sheets[view].zones) {
        const { left, right } = box(outlines[0] as string);
        if (id.endsWith('.left')) expect([id, anchor[0] > axis, left >= axis]).toEqual([id, true, true]);
        if (id.endsWith('.right')) expect([id, anchor[0] < axis, right <= axis]).toEqual([id, true, true]);
      }
    }
  });

  // Aim: left and right are mirror images; a face that leans to one side would mislead.
  test('left and right have the same form', () => {
    for (const zone of sheets.face.zones.filter(({ id }) => id.endsWith('.left'))) {
      const other = sheets.face.zones.find(({ id }) => id === zone.id.replace('.left', '.right'));
      expect(other?.outlines.map((d) => points(d).map(([x, y]) => [2 * faceAxis - x, y]))).toEqual(zone.outlines.map(points));
    }
  });

  // Aim: a gloved finger finds every zone: 44 px each way, the face at 400 px of width and the body, of 540 units, as well.
  test('each zone takes a finger of 44', () => {
    for (const view of views) {
      const least = (44 * sheets[view].width) / 400;
      for (const { id, outlines, grips, reach } of sheets[view].zones) {
        const { left, right, top, bottom } = box(outlines[0] as string);
        const narrow = Math.min(right - left, bottom - top);
        expect([id, Math.max(narrow, grips.length > 0 ? reach : 0) >= least]).toEqual([id, true]);
      }
    }
  });
});

describe('arrow keys', () => {
  // Aim: whoever has only a keyboard gets from every zone to every other.
  test.each(views)('every zone of the %s is reached from every other', (view) => {
    const { zones } = sheets[view];
    for (const { id: start } of zones) {
      const seen = new Set([start]);
      for (const here of seen) {
        for (const arrow of arrows) {
          const next = neighbour(zones, here, arrow);
          if (next !== null) seen.add(next);
        }
      }
      expect(seen.size).toBe(zones.length);
    }
  });

  // Aim: an arrow goes where it points.
  test('an arrow goes to the zone that lies there', () => {
    const { zones } = sheets.face;
    expect(neighbour(zones, 'forehead', 'up')).toBe('scalp');
    expect(neighbour(zones, 'scalp', 'down')).toBe('forehead');
    expect(neighbour(zones, 'periocular.right', 'right')).toBe('under-eye.right');
    expect(neighbour(zones, 'periocular.left', 'down')).toBe('cheek.left');
    expect(neighbour(zones, 'cheek.left', 'left')).toBe('nasolabial.left');
    expect(neighbour(zones, 'nasolabial.left', 'left')).toBe('nasolabial.right');
    expect(neighbour(zones, 'scalp', 'up')).toBeNull();
    expect(neighbour(zones, 'no such zone', 'up')).toBeNull();
  });
});

describe('the view', () => {
  // Aim: the zone at work is in sight, whatever else is marked.
  test('is that of the zone that matters most', () => {
    expect(viewOf({})).toBe('face');
    expect(viewOf({ forehead: { tone: 'planned' } })).toBe('face');
    expect(viewOf({ abdomen: { tone: 'planned' } })).toBe('body');
    expect(viewOf({ forehead: { tone: 'done' }, abdomen: { tone: 'active' } })).toBe('body');
    expect(viewOf({ decolletage: { tone: 'active' }, abdomen: { tone: 'next' } })).toBe('body');
    expect(viewOf({ 'a.zone.of.the.site': { tone: 'active' } })).toBe('face');
  });
});

describe('signs', () => {
  // Aim: on the face the letters of no sign lie under another's: "12 / 12" beside a sign of a tone is 92 wide and 26 high.
  test('do not lie on each other', () => {
    const { zones } = sheets.face;
    const covered = zones.flatMap((a, i) =>
      zones
        .slice(i + 1)
        .filter((b) => Math.abs(a.anchor[0] - b.anchor[0]) < 92 && Math.abs(a.anchor[1] - b.anchor[1]) < 28)
        .map((b) => `${a.id} ${b.id}`),
    );
    expect(covered).toEqual([]);
  });
});
