/** What happened to a patient, newest first. */
import type { Schemas } from '../../../api/client';
import type { Assessment, ConsentRecord, OtherTreatment, Plan, ScreeningRecord } from './types';

/** One thing that happened. `what` is a key of the texts. */
export interface Happening {
  at: string;
  what:
    | 'session'
    | 'session_open'
    | 'screening'
    | 'assessment'
    | 'consent_drawn'
    | 'consent_patient'
    | 'consent_clinician'
    | 'other'
    | 'plan_made'
    | 'plan_changed'
    | 'event';
  name: string;
  version: number;
  to: string;
  /** A day without a time of day. */
  dayOnly?: boolean;
}

interface File {
  home: string;
  sessions: readonly Schemas['Treatment'][];
  screenings: readonly ScreeningRecord[];
  assessments: readonly Assessment[];
  consents: readonly ConsentRecord[];
  others: readonly OtherTreatment[];
  plans: readonly Plan[];
  events: readonly Schemas['AdverseEvent'][];
}

/** All of it, in one line of time. */
export function timeline(file: File): Happening[] {
  const { home } = file;
  const title = (plan: string) => file.plans.find((each) => each.id === plan)?.title ?? plan;
  const happened = (what: Happening['what'], at: string, to: string, name = '', version = 0): Happening => ({
    what,
    at,
    to,
    name,
    version,
  });
  return [
    ...file.sessions.map((each) =>
      happened(
        each.ended_at ? 'session' : 'session_open',
        each.ended_at ?? each.opened_at,
        each.ended_at ? `/records/${each.intent.session_id}` : '/treat',
        title(each.intent.plan_id),
      ),
    ),
    ...file.screenings.map((each) => happened('screening', each.at, `${home}/screening`)),
    ...file.assessments.map((each) => happened('assessment', each.at, `${home}/assessments`)),
    ...file.consents.flatMap((each) => {
      const to = `${home}/consents/${each.id}`;
      const name = title(each.binding.plan_id);
      return [
        happened('consent_drawn', each.at, to, name),
        ...(each.patient ? [happened('consent_patient', each.patient.at, to, name)] : []),
        ...(each.clinician ? [happened('consent_clinician', each.clinician.at, to, name)] : []),
      ];
    }),
    ...file.others
      .filter((each) => (each.withdrawn ?? null) === null)
      .map((each) => ({ ...happened('other', each.day, `${home}/other-treatments`, each.kind), dayOnly: true })),
    ...file.plans.flatMap((plan) =>
      plan.versions.map((each) =>
        happened(
          each.version === 1 ? 'plan_made' : 'plan_changed',
          each.at,
          `${home}/plans/${encodeURIComponent(plan.id)}`,
          plan.title,
          each.version,
        ),
      ),
    ),
    ...file.events.map((each) => ({
      ...happened('event', each.details.onset_day, '/outcomes', each.details.description),
      dayOnly: true,
    })),
  ].sort((one, other) => other.at.localeCompare(one.at));
}
