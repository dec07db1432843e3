import type { Schemas } from '../api/client';

/** The station as it stands. */
export type StationView = Schemas['StationView'];
export type StationControl = Schemas['StationControl'];
export type ZoneView = Schemas['StationZone'];
/** What can be asked of the station now, and why not; its id is one of the host's. */
export type StationAction = Schemas['StationAction'];
