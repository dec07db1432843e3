/**
 * What blocks a patient's next session, as far as the patient's file says it: the same rules and words as the host's gates, so that nobody learns of
 * them only when the device is to be armed. The host decides when the session begins, and looks at device, vial and head as well.
 */

import { firstIn } from './substances';
import type { Product, QuestionList, ScreeningRecord, SitePolicy } from './types';
import { type Clearance, type ConsentRecord, newest, type OtherTreatment, type Plan, type PlanSchedule, today } from './types';

/** Ids of the host's problems. */
export type BlockType =
  | 'screening-missing'
  | 'screening-outdated'
  | 'screening-validity-unset'
  | 'screening-expired'
  | 'screening-of-the-day'
  | 'screening-incomplete'
  | 'contraindicated'
  | 'clearance-needed'
  | 'caution-not-acknowledged'
  | 'infection-in-zone'
  | 'allergy'
  | 'plan-missing'
  | 'plan-not-due'
  | 'series-complete'
  | 'combination-interval'
  | 'combination-unstated'
  | ConsentTrouble;

/** Why a consent does not count. */
export type ConsentTrouble =
  | 'consent-missing'
  | 'consent-withdrawn'
  | 'consent-void'
  | 'consent-unsigned-patient'
  | 'consent-unsigned-clinician'
  | 'consent-validity-unset'
  | 'consent-expired';

/** One thing that blocks, and where to mend it. */
export interface Block {
  type: BlockType;
  /** Path of the page that mends it. */
  to: string;
  /** Of which plan, if there are several; null for every one. */
  plan: string | null;
  questions?: readonly string[];
  zone?: string;
  day?: string;
  days?: number;
  kind?: string;
  substance?: string;
  number?: number;
}

/** What the rules look at. */
export interface Facts {
  patient: string;
  questions: QuestionList;
  screening: ScreeningRecord | null;
  clearances: readonly Clearance[];
  consents: readonly ConsentRecord[];
  plans: readonly Plan[];
  schedules: Readonly<Record<string, PlanSchedule>>;
  others: readonly OtherTreatment[];
  products: Readonly<Record<string, Product>>;
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

/** Everything that blocks, of the screening first. */
export function blocks(facts: Facts, now: Date): Block[] {
  const active = facts.plans.filter((plan) => (plan.ended ?? null) === null);
  const home = `/patients/${encodeURIComponent(facts.patient)}`;
  return [
    ...ofScreening(facts, now, `${home}/screening`),
    ...(active.length === 0 ? [{ type: 'plan-missing' as const, to: `${home}/plans`, plan: null }] : []),
    ...active.flatMap((plan) => ofPlan(facts, plan, now, home)),
  ];
}

function ofScreening(facts: Facts, now: Date, to: string): Block[] {
  const block = (type: BlockType, more: Partial<Block> = {}): Block => ({ type, to, plan: null, ...more });
  const { screening, questions, policy } = facts;
  if (screening === null) return [block('screening-missing')];
  if (screening.catalogue_version !== questions.catalogue_version) return [block('screening-outdated')];
  const found: Block[] = [];
  if (!policy.screening_days) found.push(block('screening-validity-unset', { to: '/site' }));
  else if (now.getTime() >= Date.parse(screening.at) + policy.screening_days * dayMs)
    found.push(block('screening-expired', { days: policy.screening_days }));
  const { open, stale } = toAskToday(questions, screening, now);
  if (open.length > 0) found.push(block('screening-incomplete', { questions: open }));
  if (stale.length > 0) found.push(block('screening-of-the-day', { questions: stale }));
  for (const { id, severity } of questions.questions) {
    if (screening.answers[id]?.answer.yes !== true) continue;
    const one = { questions: [id], to: `${to}#${id}` };
    if (severity === 'absolute') found.push(block('contraindicated', one));
    if (severity === 'needs-clearance' && !facts.clearances.some((each) => clears(each, id, today(now))))
      found.push(block('clearance-needed', one));
    if (severity === 'caution' && !isWeighed(screening, id)) found.push(block('caution-not-acknowledged', one));
  }
  return found;
}

function ofPlan(facts: Facts, plan: Plan, now: Date, home: string): Block[] {
  const version = newest(plan.versions);
  const zones = version.zones.map((each) => each.zone);
  const block = (type: BlockType, to: string, more: Partial<Block> = {}): Block => ({ type, to, plan: plan.id, ...more });
  const found = [...ofYes(facts, plan, zones, block, home)];
  const consent = consentOf(facts.consents, plan.id);
  const trouble = consentTrouble(consent, plan, facts.policy, now);
  if (trouble !== null) {
    const drawn = trouble.startsWith('consent-unsigned') && consent !== undefined;
    found.push(
      block(
        trouble,
        trouble === 'consent-validity-unset' ? '/site' : `${home}/consents${drawn ? `/${consent.id}` : `?plan=${plan.id}`}`,
      ),
    );
  }
  const due = ofSchedule(facts, plan, zones, now);
  if (due !== null) found.push(block(due.type, `${home}/plans/${encodeURIComponent(plan.id)}`, due));
  return [...found, ...ofOthers(facts, zones, now, block, home)];
}

type Make = (type: BlockType, to: string, more?: Partial<Block>) => Block;

function ofYes(facts: Facts, plan: Plan, zones: readonly string[], block: Make, home: string): Block[] {
  const found: Block[] = [];
  for (const { id, severity } of facts.questions.questions) {
    const answer = facts.screening?.answers[id]?.answer;
    if (answer?.yes !== true) continue;
    const to = `${home}/screening#${id}`;
    if (severity === 'in-zones') {
      const where = answer.zones ?? ['all'];
      const zone = where.includes('all') ? 'all' : zones.find((each) => where.includes(each));
      if (zone !== undefined) found.push(block('infection-in-zone', to, { zone, questions: [id] }));
    }
    if (severity === 'substances') {
      const version = newest(plan.versions);
      const products = [version.product_id, ...(version.mixed_with ?? [])].map((product) => facts.products[product]);
      const held = products.flatMap((product) => [
        ...(product?.ingredients ?? []).flatMap((each) => [each.name, ...(each.synonyms ?? [])]),
        ...(product?.allergens ?? []),
      ]);
      const substance = firstIn(answer.substances ?? [], held);
      if (substance !== null) found.push(block('allergy', to, { substance }));
    }
  }
  return found;
}

function ofSchedule(
  facts: Facts,
  plan: Plan,
  zones: readonly string[],
  now: Date,
): Pick<Block, 'type' | 'day' | 'number'> | null {
  const next = facts.schedules[plan.id]?.next;
  if (facts.schedules[plan.id] === undefined) return null;
  if (!next) return { type: 'series-complete' };
  const least = newest(plan.versions).course.interval.min_days;
  const elsewhere = facts.plans
    .filter(
      (other) => other.id !== plan.id && other.versions.some((each) => each.zones.some((zone) => zones.includes(zone.zone))),
    )
    .flatMap((other) => facts.schedules[other.id]?.given ?? [])
    .map((given) => later(given, least));
  const day = [next.not_before, ...elsewhere].sort().at(-1) ?? next.not_before;
  return today(now) < day ? { type: 'plan-not-due', day, number: next.number } : null;
}

function ofOthers(facts: Facts, zones: readonly string[], now: Date, block: Make, home: string): Block[] {
  const touching = facts.others.filter(
    (each) => (each.withdrawn ?? null) === null && (each.zones.length === 0 || each.zones.some((zone) => zones.includes(zone))),
  );
  const unstated = touching.find((each) => facts.policy.combination_days[each.kind] === undefined);
  if (unstated !== undefined) return [block('combination-unstated', '/site', { kind: unstated.kind })];
  return touching
    .map((each) => ({ kind: each.kind, day: later(each.day, facts.policy.combination_days[each.kind] ?? 0) }))
    .filter((each) => today(now) < each.day)
    .slice(0, 1)
    .map((each) => block('combination-interval', `${home}/other-treatments`, each));
}
