import type { Result } from './model';

/** One measured value, as an error from what was told. */
export interface Measured {
  /** Index of the point. */
  point: number;
  /** From 0, in the order of time. */
  replicate: number;
  needle: number;
  direction: 'out' | 'back' | null;
  /** In the unit of the point: nL, µm or kPa. */
  error: number;
}

/** Each reading of a series as the host has evaluated it, in the order of time. */
export function errorsOf(series: Result['series'][number]): Measured[] {
  const plain = { needle: 0, direction: null };
  return [
    ...series.volume.flatMap(({ stated, readings }) =>
      readings.map((each): Measured => ({ ...plain, point: stated.point, replicate: each.replicate, error: each.error_nl })),
    ),
    ...series.depth.flatMap(({ stated, needle, direction, depths_um }) =>
      depths_um.map(
        (depth, replicate): Measured => ({ point: stated.point, replicate, needle, direction, error: depth - stated.nominal }),
      ),
    ),
    ...series.occlusion.flatMap(({ stated, thresholds_kpa }) =>
      thresholds_kpa.map(
        (found, replicate): Measured => ({ ...plain, point: stated.point, replicate, error: found - stated.nominal }),
      ),
    ),
  ];
}
