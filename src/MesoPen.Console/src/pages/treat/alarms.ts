import type { Schemas } from '../../api/client';
import type { StationView } from '../../live/live';

export type Priority = 'high' | 'medium' | 'low';

/** Something that a person must know of: what happened and what to do. `key` names our own words, else they are the host's. */
export interface Alarm {
  id: string;
  priority: Priority;
  key: 'defect' | 'fault' | 'records' | 'refused' | 'lost' | 'absent' | 'unknown' | 'limit';
  what: string | null;
  remedy: string | null;
  count?: number;
  /** What the host's words say, for another language. */
  said?: Schemas['Said'] | null;
  /** Of a stop or fault: its words in the language of the page are found by it. */
  number?: number;
}

/** Priorities of the faults, by number: GET /alarms. A fault that it does not know is of high priority. */
export type Priorities = ReadonlyMap<number, Priority>;

const order: readonly Priority[] = ['high', 'medium', 'low'];

/** What there is to know of, the most pressing first. */
export function alarmsOf(view: StationView, priorities: Priorities): Alarm[] {
  const alarms: Alarm[] = [];
  if (view.defect) alarms.push({ id: 'defect', priority: 'high', key: 'defect', what: view.defect, remedy: null });
  if (view.fault)
    alarms.push({
      id: `fault-${view.fault.number}`,
      priority: priorities.get(view.fault.number) ?? 'high',
      key: 'fault',
      what: view.fault.sentence,
      remedy: view.fault.remedy,
      number: view.fault.number,
    });
  if (view.records_fail)
    alarms.push({ id: 'records', priority: 'medium', key: 'records', what: view.records_fail, remedy: null });
  if (view.device_refused)
    alarms.push({ id: 'refused', priority: 'medium', key: 'refused', what: view.device_refused, remedy: null });
  if (view.unknown_shots)
    alarms.push({ id: 'unknown', priority: 'medium', key: 'unknown', what: null, remedy: null, count: view.unknown_shots });
  if (!view.device && !view.device_refused && !view.defect) alarms.push(absent(view));
  if (view.limit_reached)
    alarms.push({
      id: 'limit',
      priority: 'low',
      key: 'limit',
      what: view.limit_reached,
      remedy: null,
      said: view.limit_said ?? null,
    });
  return alarms.sort((a, b) => order.indexOf(a.priority) - order.indexOf(b.priority));
}

// Of what was said last, only this says why the device is away; what has no code may.
const ofDevice: readonly Schemas['SaidCode'][] = ['no-answer', 'port-in-use', 'device-refused', 'device-reset'];

/** A device that is sought at the beginning is no alarm; one that is lost in the middle is. */
export function absent(view: StationView): Alarm {
  const begun = Boolean(view.zone) || (view.delivered_nl ?? 0) > 0 || (view.unknown_nl ?? 0) + (view.reserved_nl ?? 0) > 0;
  const said = view.notice_said ?? null;
  const tells = said === null || ofDevice.includes(said.code);
  return {
    id: 'device',
    priority: begun ? 'medium' : 'low',
    key: begun ? 'lost' : 'absent',
    what: tells ? (view.notice ?? null) : null,
    remedy: null,
    said,
  };
}
