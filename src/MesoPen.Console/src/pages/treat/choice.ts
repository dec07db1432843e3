import { useSearchParams } from 'react-router';

const names = ['patient', 'plan', 'vial', 'head', 'loaded', 'device'] as const;

/** What a session is to be made of, as far as it was chosen. */
export type Choice = Record<(typeof names)[number], string | null>;

/** What was chosen stands in the address: who goes away to mend something finds it as it was on coming back. */
export function useChoice(): { choice: Choice; choose: (change: Partial<Choice>) => void } {
  const [search, setSearch] = useSearchParams();
  const choice = Object.fromEntries(names.map((name) => [name, search.get(name)])) as Choice;
  const choose = (change: Partial<Choice>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  return { choice, choose };
}
