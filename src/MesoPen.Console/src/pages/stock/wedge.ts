/** The group separator as people see it: the host reads it as the separator, and a text field keeps it. */
export const separatorPicture = '␝';

/** Slower than this between two keys, and it is a person who types. */
const gapMs = 100;

/** Shorter than this, and it is no symbol of a package. */
const least = 8;

export interface Burst {
  text: string;
  /** Time of the last key, ms. */
  at: number;
}

export const noBurst: Burst = { text: '', at: Number.NEGATIVE_INFINITY };

/** A key as the browser tells it. */
export interface Key {
  key: string;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
  at: number;
}

/** Whether the key is the group separator, as keyboards send it: Ctrl with ], or the control character itself. */
export function isSeparator({ key, ctrl }: Pick<Key, 'key' | 'ctrl'>): boolean {
  return key === '\u001d' || (ctrl && key === ']');
}

/** The burst with one more key; `scan` is what was scanned, if the key ended it. */
export function feed(burst: Burst, key: Key): { burst: Burst; scan: string | null } {
  const going = key.at - burst.at <= gapMs;
  if (key.key === 'Enter') {
    return { burst: noBurst, scan: going && burst.text.length >= least ? burst.text : null };
  }
  // Scanners press Shift for capitals; that ends nothing.
  if (key.key === 'Shift' || key.key === 'Control' || key.key === 'CapsLock') return { burst, scan: null };
  const text = isSeparator(key) ? separatorPicture : key.key;
  if ([...text].length !== 1 || ((key.ctrl || key.alt || key.meta) && text !== separatorPicture))
    return { burst: noBurst, scan: null };
  return { burst: { text: going ? burst.text + text : text, at: key.at }, scan: null };
}

/** What was scanned or pasted, on one line, its separators visible. */
export function visible(text: string): string {
  return text.replaceAll('\u001d', separatorPicture).replace(/[\r\n\t\0]+/g, '');
}
