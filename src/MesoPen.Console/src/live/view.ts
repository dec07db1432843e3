import type { Schemas } from '../api/client';

type Told = Schemas['StationView'];

/** What can be done at the station now, and why not. */
export interface StationAction {
  id: 'prime' | 'arm' | 'pause' | 'release' | 'settle' | 'needle' | 'close';
  allowed: boolean;
  /** In a sentence; null if it is allowed. */
  why: string | null;
}

export interface StationControl {
  person_id: string;
  name: string;
  console: string;
  since: string;
}

/** The station as the host tells it. What is optional here a host may leave out: the page then says less, never something wrong. */
export type StationView = Omit<Told, 'zones'> & {
  zones?: ZoneView[];
  control?: StationControl | null;
  stop?: { asked_at: string; asked_by: string; at_rest_ms: number | null } | null;
  actions?: StationAction[];
  patient?: { patient_id: string; initials: string } | null;
  plan?: { plan_id: string; title: string } | null;
  product?: { product_id: string; name: string; lot: string; loaded_nl: number; left_nl: number; primed_nl: number } | null;
  simulated?: boolean;
};

export type ZoneView = NonNullable<Told['zones']>[number] & {
  dose_nl?: number;
  depth_um?: number;
  needle_length_um?: number;
  spacing_um?: number;
  technique?: string;
  trigger?: string;
  limit_nl?: number | null;
  limit_source?: string | null;
  uncertainty_nl?: number | null;
  shots?: number;
};
