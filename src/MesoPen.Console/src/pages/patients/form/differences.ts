/** A value that is not what it was. */
export interface Difference {
  field: string;
  was: string;
  is: string;
}

// Who changed it when is no content of it.
const passed = new Set(['version', 'sequence', 'at', 'by']);

function leaves(value: unknown, path: string, found: Map<string, string>): Map<string, string> {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (!passed.has(key)) leaves(inner, path === '' ? key : `${path}.${key}`, found);
    }
  } else if (value !== null && value !== undefined) {
    found.set(
      path,
      Array.isArray(value)
        ? value.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each))).join(', ')
        : String(value),
    );
  }
  return found;
}

/** What changed between two readings of the same thing. */
export function differences(before: unknown, now: unknown): Difference[] {
  const was = leaves(before, '', new Map());
  const is = leaves(now, '', new Map());
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => ({ field, was: was.get(field) ?? '', is: is.get(field) ?? '' }));
}
