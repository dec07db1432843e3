import { useQueries, useQuery } from '@tanstack/react-query';
import type { Facts } from './blocks';
import { newest, type PlanSchedule, type Product, read } from './file';

/** Reads what the rules about the next session look at; undefined until all of it is there. */
export function useFacts(patient: string): { facts: Facts | undefined; error: Error | null } {
  const questions = useQuery(read.questions());
  const screenings = useQuery(read.screenings(patient));
  const clearances = useQuery(read.clearances(patient));
  const consents = useQuery(read.consents(patient));
  const plans = useQuery(read.plans(patient));
  const others = useQuery(read.others(patient));
  const policy = useQuery(read.policy());
  const all = plans.data ?? [];
  const products = [
    ...new Set(all.flatMap((plan) => [newest(plan.versions).product_id, ...(newest(plan.versions).mixed_with ?? [])])),
  ];
  const schedules = useQueries({ queries: all.map((plan) => read.schedule(patient, plan.id)) });
  const sheets = useQueries({ queries: products.map((product) => read.product(product)) });
  const asked = [questions, screenings, clearances, consents, plans, others, policy, ...schedules, ...sheets];
  const error = asked.find((each) => each.error !== null)?.error ?? null;
  const facts =
    questions.data &&
    screenings.data &&
    clearances.data &&
    consents.data &&
    plans.data &&
    others.data &&
    policy.data &&
    schedules.every((each) => each.data) &&
    sheets.every((each) => each.data)
      ? {
          patient,
          questions: questions.data,
          screening: screenings.data.at(-1) ?? null,
          clearances: clearances.data,
          consents: consents.data,
          plans: plans.data,
          schedules: Object.fromEntries(schedules.map((each) => [each.data?.plan_id ?? '', each.data as PlanSchedule] as const)),
          others: others.data,
          products: Object.fromEntries(sheets.map((each) => [each.data?.id ?? '', each.data as Product] as const)),
          policy: policy.data,
        }
      : undefined;
  return { facts, error };
}
