import { useEffect, useRef } from 'react';
import { useOf } from '../../live/useStation';
import { tonesOfZoneDone } from './sound';

/** Two tones when a zone has its points; not for those that had them when the page was opened. */
export function useZoneDone(): void {
  const done = useOf((view) => (view?.zones ?? []).filter((zone) => zone.remaining === 0).length);
  const session = useOf((view) => view?.session_id ?? null);
  const before = useRef({ session, done });
  useEffect(() => {
    if (before.current.session === session && done > before.current.done) tonesOfZoneDone();
    before.current = { session, done };
  }, [session, done]);
}
