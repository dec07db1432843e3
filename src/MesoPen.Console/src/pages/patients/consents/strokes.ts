/** A signature as strokes of whole numbers: all that the record takes of it. */
import type { Schemas } from '../../../api/client';

export type Drawing = Schemas['Drawing'];
/** Points of one stroke: x, y, x, y, and so on. */
export type Stroke = readonly number[];

/** The field, in its own units. */
export const field = { width: 900, height: 300 } as const;

// What the host takes at most; and how far the pen goes before another point is worth keeping.
const strokesMax = 200;
const pointsMax = 5_000;
const stepMin = 3;

/** A point of the field, from where the pen is on the screen. */
export function pointOf(
  pen: { clientX: number; clientY: number },
  box: { left: number; top: number; width: number; height: number },
): [number, number] {
  const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  return [
    within(((pen.clientX - box.left) / box.width) * field.width, field.width),
    within(((pen.clientY - box.top) / box.height) * field.height, field.height),
  ];
}

/** Room for more. */
function isFull(strokes: readonly Stroke[]): boolean {
  return strokes.reduce((sum, each) => sum + each.length / 2, 0) >= pointsMax;
}

/** The strokes with a new one that begins at a point. */
export function begun(strokes: readonly Stroke[], [x, y]: [number, number]): readonly Stroke[] {
  return strokes.length >= strokesMax || isFull(strokes) ? strokes : [...strokes, [x, y]];
}

/** The strokes with their last one drawn on to a point. */
export function drawnOn(strokes: readonly Stroke[], [x, y]: [number, number]): readonly Stroke[] {
  const last = strokes.at(-1);
  if (last === undefined || isFull(strokes)) return strokes;
  const far = Math.abs(x - (last.at(-2) ?? 0)) + Math.abs(y - (last.at(-1) ?? 0)) >= stepMin;
  return far ? [...strokes.slice(0, -1), [...last, x, y]] : strokes;
}

/** The data of an SVG path. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .map((stroke) => {
      // A dot is a line of no length: a round cap shows it.
      const points = stroke.length === 2 ? [...stroke, ...stroke] : stroke;
      return points.map((value, index) => (index % 2 === 0 ? `${index === 0 ? 'M' : 'L'}${value} ` : value)).join('');
    })
    .join('');
}

/** As the host takes it. */
export function drawingOf(strokes: readonly Stroke[]): Drawing {
  return { ...field, strokes: strokes.map((stroke) => [...stroke]) };
}
