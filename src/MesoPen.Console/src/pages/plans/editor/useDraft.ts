import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useReducer, useState } from 'react';
import { parseScaled } from '../../../quantity/quantity';
import { changed } from '../draft/change';
import { blank, contentOf, draftOf, type PlanContent } from '../draft/draft';
import { read } from '../read';

/** A draft, what it says, and what the host says of it: asked anew a moment after each change. */
export function useDraft(initial: PlanContent | null, patient: string | null) {
  const [draft, change] = useReducer(changed, initial, (content) => (content === null ? blank : draftOf(content)));
  const { content, unreadable } = useMemo(() => contentOf(draft), [draft]);
  // What will be in the cartridges: to reckon with, and no part of the plan.
  const [loaded, load] = useState('');
  const text = JSON.stringify({ content, loaded: loadedNl(loaded) });
  const [asked] = useDebouncedValue(text, 300);
  const question = JSON.parse(asked) as { content: PlanContent; loaded: number | null };
  const check = useQuery({
    ...read.check(question.content, patient, question.loaded),
    // Nothing can be said before there are a device and a zone.
    enabled: content.device_family !== '' && content.zones.length > 0,
  });
  const empty = content.device_family === '' || content.zones.length === 0;
  return {
    draft,
    change,
    content,
    unreadable,
    loaded,
    load,
    check: empty ? undefined : check.data,
    behind: !empty && (asked !== text || check.isPlaceholderData || check.isPending),
    checkError: check.error,
  };
}

/** What was typed as loaded, in mL; null for nothing, and for what is no volume. */
export function loadedNl(text: string): number | null {
  const nl = parseScaled(text, 1_000_000);
  return nl === null || nl === 0 ? null : nl;
}
