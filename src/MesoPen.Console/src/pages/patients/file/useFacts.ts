import { useQueries, useQuery } from '@tanstack/react-query';
import type { Facts } from './blocks';
import { type PlanSchedule, read } from './file';

/** Reads a patient's file; undefined until all of it is there. */
export function useFacts(patient: string): { facts: Facts | undefined; error: Error | null } {
  const questions = useQuery(read.questions());
  const screenings = useQuery(read.screenings(patient));
  const clearances = useQuery(read.clearances(patient));
  const consents = useQuery(read.consents(patient));
  const plans = useQuery(read.plans(patient));
  const others = useQuery(read.others(patient));
  const policy = useQuery(read.policy());
  const all = plans.data ?? [];
  const schedules = useQueries({ queries: all.map((plan) => read.schedule(patient, plan.id)) });
  const asked = [questions, screenings, clearances, consents, plans, others, policy, ...schedules];
  const error = asked.find((each) => each.error !== null)?.error ?? null;
  const facts =
    questions.data &&
    screenings.data &&
    clearances.data &&
    consents.data &&
    plans.data &&
    others.data &&
    policy.data &&
    schedules.every((each) => each.data)
      ? {
          patient,
          questions: questions.data,
          screening: screenings.data.at(-1) ?? null,
          clearances: clearances.data,
          consents: consents.data,
          plans: plans.data,
          schedules: Object.fromEntries(schedules.map((each) => [each.data?.plan_id ?? '', each.data as PlanSchedule] as const)),
          others: others.data,
          policy: policy.data,
        }
      : undefined;
  return { facts, error };
}
