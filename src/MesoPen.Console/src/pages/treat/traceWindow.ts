import type { TraceSample } from '../../live/live';

/** Seconds that are shown. */
export const windowS = 10;

/** The last seconds of a trace. Samples that are older are let go: it holds no more after an hour than after a minute. */
export class TraceWindow {
  private samples: TraceSample[] = [];

  add(samples: readonly TraceSample[]): void {
    for (const sample of samples) {
      // A device that was started anew counts from zero again.
      if (sample.t_ms < this.lastMs) this.samples = [];
      this.samples.push(sample);
    }
    const from = this.lastMs - windowS * 1_000;
    const first = this.samples.findIndex((sample) => sample.t_ms >= from);
    if (first > 0) this.samples.splice(0, first);
  }

  get lastS(): number {
    return this.lastMs / 1_000;
  }

  last(): { kpa: number | null; um: number | null } {
    const sample = this.samples.at(-1);
    return { kpa: sample?.pressure_kpa ?? null, um: sample?.needle_um ?? null };
  }

  /** Seconds, kPa, mm. */
  columns(): [number[], (number | null)[], (number | null)[]] {
    return [
      this.samples.map((sample) => sample.t_ms / 1_000),
      this.samples.map((sample) => sample.pressure_kpa),
      this.samples.map((sample) => (sample.needle_um === null ? null : sample.needle_um / 1_000)),
    ];
  }

  /** From zero, or below, to the most that is shown; at least so high that noise does not look like more. */
  range(values: readonly (number | null)[], least: number): { min: number; max: number } {
    let min = 0;
    let max = least;
    for (const value of values) {
      if (value === null) continue;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    return { min, max: max + (max - min) * 0.05 };
  }

  private get lastMs(): number {
    return this.samples.at(-1)?.t_ms ?? 0;
  }
}
