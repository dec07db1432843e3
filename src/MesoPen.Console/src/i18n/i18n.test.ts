import { describe, expect, it } from 'vitest';
import en from './en';
import es from './es';
import fr from './fr';
import tr from './tr';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
// Words of a sentence: what is put in between is none.
const words = (text: string) => text.replaceAll(/\{\{[^}]*\}\}/g, '').match(/\p{L}{2,}/gu)?.length ?? 0;
const places = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

// Aim: each language says everything, with the same values in it. Whether a key is there at all, the compiler has seen.
describe.each(Object.entries({ tr, fr, es }))('%s', (_, texts) => {
  const told = new Map(flat(texts));

  it('has the keys of English, and no other', () => {
    expect([...told.keys()].sort()).toEqual(
      flat(en)
        .map(([key]) => key)
        .sort(),
    );
  });

  it('has the values of English in every sentence', () => {
    const differ = flat(en).filter(([key, text]) => places(text).join() !== places(told.get(key) ?? '').join());
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it('says nothing with nothing, and no sentence in English', () => {
    const same = flat(en).filter(([key, text]) => told.get(key)?.trim() === '' || (told.get(key) === text && words(text) > 3));
    expect(same.map(([key]) => key)).toEqual([]);
  });
});
