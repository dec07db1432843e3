import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { queries } from '../../api/keys';
import { readAll } from '../../parts/useParts';
import { useMay } from '../../shell/who';
import type { Figure } from './certificates/document';
import type { Calibration } from './model';

const lookEveryMs = 1_000;

/** The bench of this station, looked at every second. */
export function useBench() {
  return useQuery({
    queryKey: ['bench'],
    queryFn: () => body(api.GET('/api/v1/bench')),
    refetchInterval: lookEveryMs,
  });
}

/** A calibration with its readings; read again while the bench works on it. */
export function useCalibration(id: string, working: boolean) {
  return useQuery({
    queryKey: ['calibrations', id],
    queryFn: () => body(api.GET('/api/v1/calibrations/{id}', { params: { path: { id } } })),
    refetchInterval: working ? lookEveryMs : false,
  });
}

/** What the readings say: evaluated anew with every reading; what was said before stands until then. */
export function useResult(run: Calibration | undefined) {
  const measured = run?.series.some((each) => each.weighings.length + each.gauge.length + each.occlusions.length > 0) === true;
  return useQuery({
    queryKey: ['calibrations', run?.calibration_id, 'result', run?.phase, run?.last_at],
    queryFn: () => body(api.GET('/api/v1/calibrations/{id}/result', { params: { path: { id: run?.calibration_id ?? '' } } })),
    enabled: measured,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useReferences() {
  return useQuery({
    queryKey: ['references'],
    queryFn: () => readAll((query) => body(api.GET('/api/v1/references', { params: { query } }))),
  });
}

export function useCertificates() {
  return useQuery({
    queryKey: ['certificates'],
    queryFn: () => readAll((query) => body(api.GET('/api/v1/certificates', { params: { query } }))),
  });
}

/** The figures of the signed document itself: what the page shows is what is printed. */
export function useFigures(id: string) {
  return useQuery({
    queryKey: ['certificates', id, 'figures'],
    queryFn: async () => {
      const { response } = await api.GET('/api/v1/certificates/{id}/{form}', {
        params: { path: { id, form: 'json' } },
        parseAs: 'stream',
      });
      const document = (await response.json()) as { certificate: { figures: Figure[] } };
      return document.certificate.figures;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useRuns() {
  const reads = useMay('clinician', 'engineer', 'administrator', 'auditor');
  return useQuery({
    enabled: reads,
    queryKey: ['calibrations', 'all'],
    queryFn: () => readAll((query) => body(api.GET('/api/v1/calibrations', { params: { query } }))),
  });
}

/** Something of a calibration changed: what shows it is read anew. */
export async function calibrationChanged(): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['calibrations'] }),
    queries.invalidateQueries({ queryKey: ['bench'] }),
    queries.invalidateQueries({ queryKey: ['certificates'] }),
    queries.invalidateQueries({ queryKey: ['calibration'] }),
  ]);
}
