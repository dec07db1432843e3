import { type ConsentTrouble, consentOf, consentTrouble, type Facts } from '../file/blocks';
import type { ConsentRecord } from '../file/types';

/** Where a consent stands: it counts, or why not. */
export type ConsentState = Exclude<ConsentTrouble, 'consent-missing'> | 'counts' | 'superseded' | 'plan-ended';

/** Where a consent stands, as far as the file says; only the last one to a plan counts. */
export function stateOf(consent: ConsentRecord, facts: Facts, now: Date): ConsentState {
  const plan = facts.plans.find((each) => each.id === consent.binding.plan_id);
  if (consent.withdrawn !== null) return 'consent-withdrawn';
  if (plan === undefined) return 'consent-void';
  if (consentOf(facts.consents, plan.id)?.id !== consent.id) return 'superseded';
  if ((plan.ended ?? null) !== null) return 'plan-ended';
  const trouble = consentTrouble(consent, plan, facts.policy, now);
  return trouble === null || trouble === 'consent-missing' ? 'counts' : trouble;
}
