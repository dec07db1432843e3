import type { Schemas } from '../../api/client';

export type Calibration = Schemas['CalibrationView'];
export type Result = Schemas['CalibrationResult'];
export type Kind = Schemas['CalibrationKind'];
export type Reference = Schemas['ReferenceInstrument'];
export type Certificate = Schemas['CertificateView'];
export type RunLine = Schemas['CalibrationLine'];
export type Bench = Schemas['BenchView'];
export type Series = Schemas['CalibrationSeries'];
export type PointResult = Schemas['PointResult'];
export type Verdict = Schemas['Verdict'];

export const kinds = ['volume', 'depth', 'occlusion'] as const satisfies readonly Kind[];

/** Phases in which the bench has something to do, and does it as soon as it is told to go. */
export const benchPhases = ['as-found', 'adjusting', 'as-left', 'reverting'] as const satisfies readonly Calibration['phase'][];

/** Whether the calibration has neither ended nor been given up. */
export function isOpen(run: Pick<Calibration, 'phase'>): boolean {
  return run.phase !== 'ended' && run.phase !== 'aborted';
}

/** Whether a certificate can come of it: every point passes, and nothing keeps it from being issued. */
export function certifiable(result: Pick<Result, 'verdict' | 'range' | 'objections'>): boolean {
  return (
    (result.verdict === 'pass' || result.verdict === 'conditional-pass') &&
    result.range !== null &&
    !result.objections.some((each) => each.blocks)
  );
}

/** Steps of every routine, in order. */
export const steps = ['need', 'prepare', 'do', 'check', 'decide', 'result'] as const;
export type Step = (typeof steps)[number];

/** The step at which a calibration stands. */
export function stepOf(run: Pick<Calibration, 'phase' | 'signed_by' | 'certificate_id'>): Step {
  if (run.phase === 'awaiting-acceptance') return 'decide';
  if (run.phase === 'aborted') return 'result';
  if (run.phase !== 'ended') return 'do';
  if (run.certificate_id !== null) return 'result';
  return run.signed_by === null ? 'check' : 'decide';
}

/** What was stated of each point of a series, with the needle and direction that it is of. */
export function stated(series: Result['series'][number]): { stated: PointResult; needle?: number; direction?: 'out' | 'back' }[] {
  return [
    ...series.volume.map((each) => ({ stated: each.stated })),
    ...series.depth.map((each) => ({ stated: each.stated, needle: each.needle, direction: each.direction })),
    ...series.occlusion.map((each) => ({ stated: each.stated })),
  ];
}
