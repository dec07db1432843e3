/** The words of a limit's reason, and the address in them, which people open rather than read. */
export function reasonParts(reason: string): { words: string; url: string | null } {
  const found = /,? ?(https?:\/\/\S+?)(?=[:;]? |[:;]?$)/.exec(reason);
  if (found === null) return { words: reason, url: null };
  return { words: reason.replace(found[0], ''), url: found[1] ?? null };
}
