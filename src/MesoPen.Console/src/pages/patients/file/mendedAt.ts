import { typeOf } from './blockName';
import type { PatientBlock } from './types';

/** Path of the page that mends what blocks. */
export function mendedAt(patient: string, block: PatientBlock): string {
  const home = `/patients/${encodeURIComponent(patient)}`;
  const type = typeOf(block);
  if (/^(screening-validity|consent-validity|combination-unstated)/.test(type)) return '/site';
  if (type === 'consent-unsigned' && block.consent) return `${home}/consents/${encodeURIComponent(block.consent)}`;
  if (/^consent/.test(type)) return `${home}/consents${block.plan_id ? `?plan=${encodeURIComponent(block.plan_id)}` : ''}`;
  if (/^combination/.test(type)) return `${home}/other-treatments`;
  if (/^(plan|series)/.test(type)) return `${home}/plans${block.plan_id ? `/${encodeURIComponent(block.plan_id)}` : ''}`;
  // A screening that has to be taken anew has no answer to look at.
  const [question] = /^screening/.test(type) ? [] : block.questions;
  return `${home}/screening${question === undefined ? '' : `#${question}`}`;
}
