import { describe, expect, it } from 'vitest';
import { errorsOf } from './errors';
import type { Calibration, Series } from './model';

const points = [{ nominal: 20_000 }, { nominal: 1_000 }] as Calibration['setup']['points'];
const series = (part: Partial<Series>): Series =>
  ({
    kind: 'as-found',
    scale: { plunger_ppm: 1_000_000, needle_offset_um: 0, backlash_um: 0 },
    weighings: [],
    gauge: [],
    occlusions: [],
    ...part,
  }) as Series;

// Aim: what is drawn while the bench works is the error of one shot, or of the needle from its own zero; a blank is no reading.
describe('errors as they arrive', () => {
  it('of a weighing are those of one shot', () => {
    const weighing = {
      point: 0,
      replicate: 0,
      shots: 2,
      commanded_nl: 40_000,
      reported_nl: 40_000,
      before_ng: 5_000,
      before_at_unix_ms: 0,
      after_ng: 41_685_000,
      after_at_unix_ms: 1,
    };
    const [error, ...more] = errorsOf(series({ weighings: [weighing, { ...weighing, point: -1, shots: 0 }] }), points);
    expect(more).toEqual([]);
    expect(error?.error).toBeCloseTo(900, -1);
  });

  it('of a needle are from its zero in the same sweep', () => {
    const at = { needle: 0, direction: 'out', at_unix_ms: 0 } as const;
    const gauge = [
      { ...at, point: -1, replicate: 0, target_um: 0, gauge_nm: 5_000 },
      { ...at, point: -1, replicate: 1, target_um: 0, gauge_nm: 105_000 },
      { ...at, point: 1, replicate: 1, target_um: 1_000, gauge_nm: 1_115_000 },
    ];
    expect(errorsOf(series({ gauge }), points)).toEqual([{ point: 1, replicate: 1, needle: 0, direction: 'out', error: 10 }]);
  });
});
