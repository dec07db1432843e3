import { describe, expect, it } from 'vitest';
import { errorsOf } from './errors';
import type { Result } from './model';

const series = (part: object) => ({ volume: [], depth: [], occlusion: [], ...part }) as unknown as Result['series'][number];

// Aim: what is drawn is what the host evaluated, each reading at its point, needle and direction.
describe('errors as they arrive', () => {
  it("of weighings are the host's", () => {
    const volume = [
      {
        stated: { point: 1, nominal: 20_000 },
        readings: [
          { replicate: 0, error_nl: 840 },
          { replicate: 1, error_nl: -3 },
        ],
      },
    ];
    expect(errorsOf(series({ volume })).map((each) => [each.point, each.error])).toEqual([
      [1, 840],
      [1, -3],
    ]);
  });

  it('of a needle are from where it was sent', () => {
    const depth = [{ stated: { point: 1, nominal: 1_000 }, needle: 2, direction: 'out', depths_um: [1_010] }];
    expect(errorsOf(series({ depth }))).toEqual([{ point: 1, replicate: 0, needle: 2, direction: 'out', error: 10 }]);
  });

  it('of an occlusion are from the threshold', () => {
    const occlusion = [{ stated: { point: 0, nominal: 1_200 }, thresholds_kpa: [1_150] }];
    expect(errorsOf(series({ occlusion }))[0]?.error).toBe(-50);
  });
});
