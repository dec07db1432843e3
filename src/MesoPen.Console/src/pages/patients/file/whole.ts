/** A part of a list, as the host gives it. */
export interface Part<T> {
  items: T[];
  next?: string | null;
}

/** What names a part. */
export interface PartQuery {
  limit: number;
  after?: string;
}

/** A list read to its end, in parts: nothing is cut off silently. */
export async function whole<T>(part: (query: PartQuery) => Promise<Part<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | null | undefined;
  do {
    const got = await part({ limit: 500, ...(after ? { after } : {}) });
    items.push(...got.items);
    after = got.next;
  } while (after);
  return items;
}
