import type { ReactNode } from 'react';

/** Names and what they are: one below the other on a phone. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, what: ReactNode])[] }) {
  return (
    <dl className="records-facts">
      {facts
        .filter(([, what]) => what !== null && what !== undefined && what !== '')
        .map(([name, what]) => (
          <FactPair key={name} name={name} what={what} />
        ))}
    </dl>
  );
}

function FactPair({ name, what }: { name: string; what: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{what}</dd>
    </>
  );
}
