import type { Calibration, Series } from './model';

/** One measured value, as an error from what was told. */
export interface Measured {
  /** Index of the point. */
  point: number;
  replicate: number;
  needle: number;
  direction: 'out' | 'back' | null;
  /** In the unit of the point: nL, µm or kPa. */
  error: number;
}

// Of air-buoyant water at 20 °C, µL/mg (ISO/TR 20461): good to 0.2 % between 15 and 25 °C. For the picture of a run alone; results use the room's.
const usualZ = 1.0029;

/** Errors of the readings so far, before evaporation and the room are taken into account: what can be drawn while the bench works. */
export function errorsOf(series: Series, points: Calibration['setup']['points']): Measured[] {
  const weighed = series.weighings.flatMap((each): Measured[] => {
    const nominal = points[each.point]?.nominal;
    if (nominal === undefined || each.shots === 0) return [];
    const volume = ((each.after_ng - each.before_ng) / 1_000 / each.shots) * usualZ;
    return [{ point: each.point, replicate: each.replicate, needle: 0, direction: null, error: volume - nominal }];
  });
  const gauged = series.gauge.flatMap((each): Measured[] => {
    const zero = series.gauge.find((home) => home.point < 0 && home.needle === each.needle && home.replicate === each.replicate);
    if (each.point < 0 || zero === undefined) return [];
    const error = (each.gauge_nm - zero.gauge_nm) / 1_000 - each.target_um;
    return [{ point: each.point, replicate: each.replicate, needle: each.needle, direction: each.direction, error }];
  });
  const occluded = series.occlusions.flatMap((each): Measured[] => {
    const nominal = points[each.point]?.nominal;
    if (nominal === undefined) return [];
    return [
      { point: each.point, replicate: each.replicate, needle: 0, direction: null, error: each.detected_pa / 1_000 - nominal },
    ];
  });
  return [...weighed, ...gauged, ...occluded];
}
