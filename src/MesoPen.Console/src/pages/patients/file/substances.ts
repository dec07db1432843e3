/**
 * Whether names of substances mean the same, as the host compares them: case, accents, spaces, hyphens and a plural's s do not matter, and a name
 * within a longer one counts. The host decides; this shows beforehand what it will say.
 */
const letters: Record<string, string> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
};

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[ıßæœøłđðþħŧ]/g, (letter) => letters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/s+$/, '') : word));
}

function contains(longer: readonly string[], shorter: readonly string[]): boolean {
  return longer.some((_, start) => shorter.every((word, index) => longer[start + index] === word));
}

/** The first name that the patient gave which is among those of a product; null if none is. */
export function firstIn(named: readonly string[], held: readonly string[]): string | null {
  const words = held.map(wordsOf).filter((name) => name.length > 0);
  return (
    named.find((name) => {
      const one = wordsOf(name);
      return (
        one.length > 0 && words.some((other) => one.join('') === other.join('') || contains(one, other) || contains(other, one))
      );
    }) ?? null
  );
}
