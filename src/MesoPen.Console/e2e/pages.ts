import type { PersonId } from './clinic';

/** A page of the console, as the clinic of the tests shows it. */
export interface PageOfTests {
  name: string;
  path: string;
  who: PersonId;
  /** Keeps the resolution of numbers: an engineer's page, or one that shows what a program says. */
  engineering?: boolean;
}

/** Every page: what is not here is neither looked at by axe nor by the typography test. A test holds the menu against it. */
export const pages: readonly PageOfTests[] = [
  { name: 'treat', path: '/treat', who: 'carla' },
  { name: 'patients', path: '/patients', who: 'carla' },
  { name: 'patients-new', path: '/patients/_new', who: 'carla' },
  { name: 'patient', path: '/patients/P-0001', who: 'carla' },
  { name: 'patient-correct', path: '/patients/P-0001/correct', who: 'carla' },
  { name: 'patient-screening', path: '/patients/P-0001/screening', who: 'carla' },
  { name: 'patient-plans', path: '/patients/P-0001/plans', who: 'carla' },
  { name: 'patient-plan', path: '/patients/P-0001/plans/PL-1', who: 'carla' },
  { name: 'patient-plan-new', path: '/patients/P-0001/plans/_new', who: 'carla' },
  { name: 'patient-consents', path: '/patients/P-0001/consents', who: 'carla' },
  { name: 'patient-assessments', path: '/patients/P-0001/assessments', who: 'carla' },
  { name: 'patient-other-treatments', path: '/patients/P-0001/other-treatments', who: 'carla' },
  { name: 'patient-outcomes', path: '/patients/P-0001/outcomes', who: 'carla' },
  { name: 'protocols', path: '/protocols', who: 'carla' },
  { name: 'records', path: '/records', who: 'carla' },
  { name: 'outcomes', path: '/outcomes', who: 'carla' },
  { name: 'stock', path: '/stock', who: 'ada' },
  { name: 'devices', path: '/devices', who: 'enno', engineering: true },
  { name: 'calibration', path: '/calibration', who: 'enno', engineering: true },
  { name: 'calibration-runs', path: '/calibration/runs', who: 'enno', engineering: true },
  { name: 'calibration-begin', path: '/calibration/runs/_new', who: 'enno', engineering: true },
  { name: 'calibration-certificates', path: '/calibration/certificates', who: 'enno', engineering: true },
  { name: 'calibration-references', path: '/calibration/references', who: 'enno', engineering: true },
  { name: 'calibration-instruments', path: '/calibration/instruments', who: 'enno', engineering: true },
  { name: 'alarms', path: '/alarms', who: 'carla' },
  { name: 'site', path: '/site', who: 'ada' },
  { name: 'people', path: '/people', who: 'ada' },
  { name: 'simulator', path: '/simulator', who: 'enno', engineering: true },
];
