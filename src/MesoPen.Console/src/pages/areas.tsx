import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type en from '../i18n/en';
import type { Role } from '../shell/who';

/** A room of the console: where it is, what it is called, who enters. Each is loaded when it is first entered. */
export interface Area {
  path: string;
  name: keyof (typeof en)['shell']['nav'];
  roles: readonly Role[];
  page: LazyExoticComponent<ComponentType>;
}

const everybody = ['clinician', 'engineer', 'administrator', 'auditor'] as const satisfies readonly Role[];

/** In the order of the menu. A page has routes of its own below its path. */
export const areas: readonly Area[] = [
  { path: 'treat', name: 'treat', roles: ['clinician', 'engineer', 'auditor'], page: lazy(() => import('./treat')) },
  { path: 'patients', name: 'patients', roles: ['clinician', 'auditor'], page: lazy(() => import('./patients')) },
  { path: 'protocols', name: 'protocols', roles: ['clinician', 'auditor'], page: lazy(() => import('./plans')) },
  { path: 'records', name: 'records', roles: ['clinician', 'auditor'], page: lazy(() => import('./records')) },
  { path: 'outcomes', name: 'outcomes', roles: ['clinician', 'auditor'], page: lazy(() => import('./outcomes')) },
  { path: 'stock', name: 'stock', roles: everybody, page: lazy(() => import('./stock')) },
  { path: 'devices', name: 'devices', roles: everybody, page: lazy(() => import('./devices')) },
  { path: 'calibration', name: 'calibration', roles: everybody, page: lazy(() => import('./calibration')) },
  { path: 'alarms', name: 'alarms', roles: everybody, page: lazy(() => import('./alarms')) },
  { path: 'site', name: 'site', roles: everybody, page: lazy(() => import('./site')) },
  { path: 'people', name: 'people', roles: everybody, page: lazy(() => import('./people')) },
  { path: 'simulator', name: 'simulator', roles: ['clinician', 'engineer'], page: lazy(() => import('./simulator')) },
];
