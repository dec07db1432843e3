/** What the patient pages say of single answers and consents as they stand. What blocks the next session is the host's to say (`read.blocks`). */

import type { QuestionList, ScreeningRecord, SitePolicy } from './types';
import { type Clearance, type ConsentRecord, newest, type OtherTreatment, type Plan, type PlanSchedule } from './types';

/** Why a consent does not count. */
export type ConsentTrouble =
  | 'consent-missing'
  | 'consent-withdrawn'
  | 'consent-void'
  | 'consent-unsigned-patient'
  | 'consent-unsigned-clinician'
  | 'consent-validity-unset'
  | 'consent-expired';

/** What is read of a patient's file. */
export interface Facts {
  patient: string;
  questions: QuestionList;
  screening: ScreeningRecord | null;
  clearances: readonly Clearance[];
  consents: readonly ConsentRecord[];
  plans: readonly Plan[];
  schedules: Readonly<Record<string, PlanSchedule>>;
  others: readonly OtherTreatment[];
  policy: SitePolicy;
}

const dayMs = 86_400_000;
const ofTheDayMs = 12 * 3_600_000;

/** A day, so many days later. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Questions whose answers are of an earlier day, or that have none. */
export function toAskToday(questions: QuestionList, screening: ScreeningRecord, now: Date): { open: string[]; stale: string[] } {
  const given = (id: string) => screening.answers[id];
  return {
    open: questions.questions.filter((each) => given(each.id) === undefined).map((each) => each.id),
    stale: questions.questions
      .filter((each) => each.each_day && now.getTime() >= Date.parse(given(each.id)?.at ?? '') + ofTheDayMs)
      .map((each) => each.id),
  };
}

/** Whether a caution was weighed after its answer was given. */
export function isWeighed(screening: ScreeningRecord, question: string): boolean {
  const weighed = screening.acknowledgements[question];
  const given = screening.answers[question];
  return weighed !== undefined && given !== undefined && weighed.sequence > given.sequence;
}

/** Whether a clearance counts on a day. */
export function clears(clearance: Clearance, question: string, on: string): boolean {
  return (
    (clearance.withdrawn ?? null) === null &&
    clearance.question === question &&
    on >= clearance.given_on &&
    on <= clearance.valid_until
  );
}

/** Why a consent does not count now; null if it does. That a product's sheet changed only the host can tell. */
export function consentTrouble(
  consent: ConsentRecord | undefined,
  plan: Plan,
  policy: SitePolicy,
  now: Date,
): ConsentTrouble | null {
  if (consent === undefined) return 'consent-missing';
  if (consent.withdrawn !== null) return 'consent-withdrawn';
  const version = newest(plan.versions);
  if (consent.binding.plan_version !== version.version || consent.binding.plan_sha256 !== version.sha256) return 'consent-void';
  if (!consent.patient) return 'consent-unsigned-patient';
  if (!consent.clinician) return 'consent-unsigned-clinician';
  if (!policy.consent_days) return 'consent-validity-unset';
  return now.getTime() >= Date.parse(consent.patient.at) + policy.consent_days * dayMs ? 'consent-expired' : null;
}

/** The consent that counts for a plan: the last that was drawn up. */
export function consentOf(consents: readonly ConsentRecord[], plan: string): ConsentRecord | undefined {
  return consents.findLast((each) => each.binding.plan_id === plan);
}
