/** Curves of the map. One half is drawn, the other is its mirror image: a face that leans to one side would mislead the hand. */

export type Point = readonly [x: number, y: number];

/** A run of cubic curves: the first point, then three for each curve (two handles and its end). */
export type Run = readonly Point[];

/** Reads "M x y", "L x y" and "C x y x y x y", all absolute; anything else is a slip of the pen that wrote it. */
export function run(d: string): Run {
  const points: Point[] = [];
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const pairs: Point[] = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) pairs.push([numbers[i] as number, numbers[i + 1] as number]);
    const last = points.at(-1);
    if (command === 'M' && last === undefined && pairs.length === 1) points.push(...pairs);
    else if (command === 'L' && last !== undefined && pairs.length === 1) points.push(last, pairs[0] as Point, pairs[0] as Point);
    else if (command === 'C' && last !== undefined && pairs.length % 3 === 0) points.push(...pairs);
    else throw new Error(`No curve of the map: ${command}${rest}`);
  }
  return points;
}

/** The same run as it is seen in a mirror on the line x = axis. */
export function mirrored(points: Run, axis: number): Run {
  return points.map(([x, y]) => [2 * axis - x, y] as const);
}

/** The same run, elsewhere. */
export function moved(points: Run, dx: number, dy = 0): Run {
  return points.map(([x, y]) => [x + dx, y + dy] as const);
}

/** The text of an SVG path. */
export function open(points: Run): string {
  const [[x, y] = [0, 0], ...rest] = points;
  let d = `M${x} ${y}`;
  for (let i = 0; i + 2 < rest.length; i += 3) {
    d += `C${rest
      .slice(i, i + 3)
      .map((point) => point.join(' '))
      .join(' ')}`;
  }
  return d;
}

export function closed(points: Run): string {
  return `${open(points)}Z`;
}

/** From a half that begins and ends on the axis: the whole. */
export function whole(half: Run, axis: number): Run {
  return [...half, ...[...mirrored(half, axis)].reverse().slice(1)];
}
