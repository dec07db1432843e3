import { Problem } from '../../api/problem';

/** How soon somebody has to act. */
export type AlarmPriority = 'high' | 'medium' | 'low';

/** A stop or fault, as it is told to people. */
export interface AlarmView {
  number: number;
  priority: AlarmPriority;
  sentence: string;
  remedy: string;
  why?: string;
}

/** Something that stands in the journal, in a sentence. */
export interface EventView {
  id: number;
  at: string;
  stream: string;
  kind: string;
  by: string | null;
  summary: string;
  alarm: AlarmView | null;
}

/** Asks the host; every answer that is no success is thrown as a Problem. */
export async function ask<T>(path: string, query: Record<string, string | number> = {}): Promise<T> {
  const params = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  let answer: Response;
  try {
    answer = await fetch(`/api/v1${path}?${params}`);
  } catch (error) {
    throw Problem.unreachable(error);
  }
  if (!answer.ok) throw await Problem.of(answer);
  return (await answer.json()) as T;
}
