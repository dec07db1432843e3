/** What the host tells of a patient, by short names, and what is plain about it. */
import type { Schemas } from '../../../api/client';

export type Patient = Schemas['Patient'];
export type Plan = Schemas['Plan'];
export type PlanVersion = Schemas['PlanVersion'];
export type PlanSchedule = Schemas['PlanSchedule'];
export type ScreeningRecord = Schemas['ScreeningRecord'];
export type QuestionList = Schemas['QuestionList'];
export type Question = Schemas['ScreeningQuestion'];
export type Clearance = Schemas['Clearance'];
export type ConsentRecord = Schemas['ConsentRecord'];
export type Assessment = Schemas['Assessment'];
export type OtherTreatment = Schemas['OtherTreatment'];
export type Outcome = Schemas['Outcome'];
export type Photo = Schemas['Photo'];
export type PatientBlock = Schemas['PatientBlock'];
export type SitePolicy = Schemas['SitePolicy'];
export type SeriesOverview = Schemas['SeriesOverview'];

/** Today, as the host counts days: UTC. */
export function today(now = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/** Today in the clinic, for a field that asks for a day. */
export function todayHere(now = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The newest version of a plan or protocol. */
export function newest(versions: readonly PlanVersion[]): PlanVersion {
  const version = versions.at(-1);
  if (version === undefined) throw new Error('A plan without a version.');
  return version;
}
