import type { Schemas } from '../../api/client';
import type { Difference } from '../../parts/DiffTable';
import { count, duration, length, parseScaled, volume } from '../../quantity/quantity';

export type Policy = Schemas['SitePolicy'];
export type LimitKind = Schemas['LimitKind'];
export type Proposal = Schemas['ProposalView'];

/** Each kind of limit with the unit that people type and see. */
export const limitUnits = {
  'tissue-depth-max': 'mm',
  'tissue-depth-min': 'mm',
  'needle-length-max': 'mm',
  'needle-length-min': 'mm',
  'dose-max': 'µL',
  'dose-min': 'µL',
  'dose-step': 'µL',
  'zone-volume-max': 'mL',
  'zone-shots-max': '',
  'session-volume-max': 'mL',
  'product-volume-max': 'mL',
  'shot-interval-min': 'ms',
  'needle-sticks-max': '',
  'prime-max': 'mL',
} as const satisfies Record<LimitKind, string>;

export const limitKinds = Object.keys(limitUnits) as LimitKind[];

const scales = { mm: 1_000, µL: 1_000, mL: 1_000_000, ms: 1, '': 1 } as const;

/** A limit's value, by dose typography. */
export function showLimit(kind: LimitKind, value: number): string {
  const unit = limitUnits[kind];
  return unit === 'mm' ? length(value) : unit === 'ms' ? duration(value) : unit === '' ? count(value) : volume(value);
}

/** What was typed for a limit, in the unit of its kind; null if it is no such number. */
export function readLimit(kind: LimitKind, text: string): number | null {
  const value = parseScaled(text, scales[limitUnits[kind]]);
  return value !== null && value > 0 ? value : null;
}

/** A policy as it stands in the form. */
export interface PolicyForm {
  limits: { key: number; kind: LimitKind; zone: string; value: string; reference: string }[];
  forbids: boolean;
  combination: { key: number; treatment: string; days: string }[];
  screening: string;
  consent: string;
}

/** Nothing said yet: version 0. */
export const noPolicy: Policy = { limits: [], forbids_multi_needle_heads: false, combination_days: {} };

export function formOf(policy: Policy): PolicyForm {
  return {
    limits: policy.limits.map((each, key) => ({
      key,
      kind: each.kind,
      zone: each.zone ?? '',
      value: typed(each.value, scales[limitUnits[each.kind]]),
      reference: each.reference,
    })),
    forbids: policy.forbids_multi_needle_heads,
    combination: Object.entries(policy.combination_days).map(([treatment, days], key) => ({
      key,
      treatment,
      days: String(days),
    })),
    screening: policy.screening_days == null ? '' : String(policy.screening_days),
    consent: policy.consent_days == null ? '' : String(policy.consent_days),
  };
}

/** The policy that the form says; null while a number is none. Empty days mean: not stated. */
export function policyOf(form: PolicyForm): Policy | null {
  const limits = form.limits.map((each) => ({
    kind: each.kind,
    zone: each.zone.trim() || null,
    value: readLimit(each.kind, each.value),
    reference: each.reference.trim(),
  }));
  const days = (text: string) => (text.trim() === '' ? null : parseScaled(text, 1));
  const combination = form.combination.map((each) => [each.treatment.trim(), parseScaled(each.days, 1)] as const);
  const screening = days(form.screening);
  const consent = days(form.consent);
  if (
    limits.some((each) => each.value === null) ||
    combination.some(([treatment, number]) => treatment === '' || number === null) ||
    (screening === null && form.screening.trim() !== '') ||
    (consent === null && form.consent.trim() !== '')
  )
    return null;
  return {
    limits: limits.map((each) => ({ ...each, value: each.value ?? 0 })),
    forbids_multi_needle_heads: form.forbids,
    combination_days: Object.fromEntries(combination.map(([treatment, number]) => [treatment, number ?? 0])),
    screening_days: screening,
    consent_days: consent,
  };
}

/** How a policy is said in the language of the page. */
export interface PolicyWords {
  limit: (kind: LimitKind, zone: string | null) => string;
  combination: (treatment: string) => string;
  forbids: string;
  screening: string;
  consent: string;
  days: (days: number) => string;
  yes: string;
  no: string;
}

/** A policy line by line: what, and what it says. What is not stated has no line. */
export function policyLines(policy: Policy, words: PolicyWords): Map<string, string> {
  const lines = new Map<string, string>();
  if (policy.screening_days != null) lines.set(words.screening, words.days(policy.screening_days));
  if (policy.consent_days != null) lines.set(words.consent, words.days(policy.consent_days));
  lines.set(words.forbids, policy.forbids_multi_needle_heads ? words.yes : words.no);
  for (const [treatment, days] of Object.entries(policy.combination_days).sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.set(words.combination(treatment), words.days(days));
  }
  for (const each of policy.limits) {
    lines.set(words.limit(each.kind, each.zone), `${showLimit(each.kind, each.value)} (${each.reference})`);
  }
  return lines;
}

/** What differs between two policies: what the second person looks at before signing. */
export function policyDifference(before: Policy, after: Policy, words: PolicyWords): Difference[] {
  const old = policyLines(before, words);
  const next = policyLines(after, words);
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((what) => old.get(what) !== next.get(what))
    .map((what) => ({ what, from: old.get(what) ?? null, to: next.get(what) ?? null }));
}

/** A version of the policy with the one before it. */
export interface PolicyVersion {
  version: number;
  proposal: Proposal;
  before: Policy;
}

/** Every version that held, the newest first. */
export function history(proposals: readonly Proposal[]): PolicyVersion[] {
  const approved = proposals.filter((each) => each.approved !== null).sort((a, b) => a.base_version - b.base_version);
  return approved
    .map((proposal, at) => ({ version: proposal.base_version + 1, proposal, before: approved[at - 1]?.policy ?? noPolicy }))
    .reverse();
}

/** Neither approved nor withdrawn; `outdated` if it was made from a version that no longer holds. */
export function standing(proposal: Proposal, version: number): 'open' | 'outdated' | 'approved' | 'withdrawn' {
  if (proposal.approved !== null) return 'approved';
  if (proposal.withdrawn_by !== null) return 'withdrawn';
  return proposal.base_version === version ? 'open' : 'outdated';
}

function typed(value: number, scale: number): string {
  const digits = Math.round(Math.log10(scale));
  if (digits === 0) return String(value);
  const text = String(value).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return `${text.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}`;
}
