/** A yes of the screening that anybody who treats must know, whatever became of it. */
import { clears, type Facts, isWeighed } from './blocks';
import { type Question, today } from './types';

export interface Finding {
  question: string;
  severity: Question['severity'];
  substances: readonly string[];
  zones: readonly string[];
  /** Weighed or cleared: it does not block by itself. */
  settled: boolean;
}

/** Allergies first, then what excludes treatment, then the rest, in the order of asking. */
export function findings(facts: Facts, now = new Date()): Finding[] {
  const rank = { substances: 0, absolute: 1, 'in-zones': 2, 'needs-clearance': 3, caution: 4 } as const;
  const { screening } = facts;
  if (screening === null) return [];
  return facts.questions.questions
    .filter((each) => screening.answers[each.id]?.answer.yes === true)
    .map((each) => ({
      question: each.id,
      severity: each.severity,
      substances: screening.answers[each.id]?.answer.substances ?? [],
      zones: screening.answers[each.id]?.answer.zones ?? [],
      settled:
        (each.severity === 'caution' && isWeighed(screening, each.id)) ||
        (each.severity === 'needs-clearance' && facts.clearances.some((clearance) => clears(clearance, each.id, today(now)))),
    }))
    .sort((one, other) => rank[one.severity] - rank[other.severity]);
}
