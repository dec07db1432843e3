import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useReducer } from 'react';
import { changed } from '../draft/change';
import { blank, contentOf, draftOf, type PlanContent } from '../draft/draft';
import { read } from '../read';

/** A draft, what it says, and what the host says of it: asked anew a moment after each change. */
export function useDraft(initial: PlanContent | null, patient: string | null) {
  const [draft, change] = useReducer(changed, initial, (content) => (content === null ? blank : draftOf(content)));
  const { content, unreadable } = useMemo(() => contentOf(draft), [draft]);
  const text = JSON.stringify(content);
  const [asked] = useDebouncedValue(text, 300);
  const check = useQuery({
    ...read.check(JSON.parse(asked) as PlanContent, patient),
    // Nothing can be said before there are a device and a zone.
    enabled: content.device_family !== '' && content.zones.length > 0,
  });
  const empty = content.device_family === '' || content.zones.length === 0;
  return {
    draft,
    change,
    content,
    unreadable,
    check: empty ? undefined : check.data,
    behind: !empty && (asked !== text || check.isPlaceholderData || check.isPending),
    checkError: check.error,
  };
}
