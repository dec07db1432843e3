import { useState } from 'react';
import { Problem } from '../../../api/problem';
import { type Difference, differences } from './differences';

/** What was read, with the tag of its version. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

/**
 * The version that a form stands on: the one that was shown when it was opened, however often the page reads anew. When the host says that it changed
 * meanwhile (412), the new one is read, what changed is told, and what was typed stays: saving again is upon what was seen.
 */
export function useBase<T>(opened: Versioned<T> | null, reread: () => Promise<Versioned<T>>) {
  const [base, setBase] = useState(opened);
  const [changes, setChanges] = useState<Difference[] | null>(null);
  const onError = async (error: unknown) => {
    if (!(error instanceof Problem) || error.status !== 412) return;
    const fresh = await reread();
    setChanges(differences(base?.value, fresh.value));
    setBase(fresh);
  };
  return { changes, onError, etag: { 'If-Match': base?.etag ?? '*' } };
}
