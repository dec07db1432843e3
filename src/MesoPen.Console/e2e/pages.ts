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
  { name: 'protocols', path: '/protocols', who: 'carla' },
  { name: 'records', path: '/records', who: 'carla' },
  { name: 'outcomes', path: '/outcomes', who: 'carla' },
  { name: 'stock', path: '/stock', who: 'ada' },
  { name: 'devices', path: '/devices', who: 'enno', engineering: true },
  { name: 'calibration', path: '/calibration', who: 'enno', engineering: true },
  { name: 'alarms', path: '/alarms', who: 'carla' },
  { name: 'site', path: '/site', who: 'ada' },
  { name: 'people', path: '/people', who: 'ada' },
  { name: 'simulator', path: '/simulator', who: 'enno', engineering: true },
];
