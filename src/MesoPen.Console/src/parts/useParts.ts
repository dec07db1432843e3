import { useInfiniteQuery } from '@tanstack/react-query';

/** A part of a list, as the host gives it. */
export interface Part<T> {
  items: T[];
  next: string | null;
}

/** Asks for a part of a list: so many, after the value of `next` from the part before. */
export type ReadPart<T> = (query: { limit: number; after?: string }) => Promise<Part<T>>;

/** A list that is read part by part. */
export interface Parts<T> {
  items: T[];
  error: Error | null;
  /** Nothing was read yet. */
  loading: boolean;
  /** Reads the next part; undefined at the end. */
  more: (() => void) | undefined;
  readingMore: boolean;
}

/** Reads a list part by part, as the person asks for more. */
export function useParts<T>(key: readonly unknown[], read: ReadPart<T>, enabled = true, limit = 50): Parts<T> {
  const asked = useInfiniteQuery({
    queryKey: [...key, 'parts', limit],
    queryFn: ({ pageParam }) => read(pageParam === null ? { limit } : { limit, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (part) => part.next,
    enabled,
  });
  return {
    items: asked.data?.pages.flatMap((part) => part.items) ?? [],
    error: asked.error,
    loading: enabled && asked.isPending,
    more: asked.hasNextPage ? () => void asked.fetchNextPage() : undefined,
    readingMore: asked.isFetchingNextPage,
  };
}

/** The whole list, part after part: for what has to look at all of it. */
export async function readAll<T>(read: ReadPart<T>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null = null; ; ) {
    const part: Part<T> = await read(after === null ? { limit: 500 } : { limit: 500, after });
    items.push(...part.items);
    if (part.next === null) return items;
    after = part.next;
  }
}
