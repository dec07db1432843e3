import { inflateSync } from 'node:zlib';

/**
 * The text of each page, in no order, of a PDF as Chromium writes it: objects one after another, streams deflated, glyphs that a font's ToUnicode table turns
 * into letters. It reads no other PDF.
 */
export function pdfPages(pdf: Buffer): string[] {
  const raw = pdf.toString('latin1');
  const objects = new Map<string, { head: string; stream: string }>();
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n?/g)) {
    const id = found[1] as string;
    const at = found.index + found[0].length;
    const end = raw.indexOf('endobj', at);
    const body = raw.slice(at, end);
    const begin = body.indexOf('stream\n');
    const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0);
    const head = begin < 0 ? body : body.slice(0, begin);
    let stream = '';
    if (begin >= 0) {
      const from = at + begin + 'stream\n'.length;
      const bytes = pdf.subarray(from, from + length);
      stream = (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
    }
    objects.set(id, { head, stream });
  }
  const letters = new Map<string, Map<string, string>>();
  const lettersOf = (font: string): Map<string, string> => {
    const known = letters.get(font);
    if (known) return known;
    const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '')?.stream ?? '';
    const made = unicode(table);
    letters.set(font, made);
    return made;
  };
  const pages = [...objects].filter(([, { head }]) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(([, { head }]) => {
    const content = [...(/\/Contents (?:\[([^\]]*)\]|(\d+) 0 R)/.exec(head) ?? [])].slice(1).join(' ');
    const parts = content.match(/\d+(?= 0 R)|^\s*\d+\s*$/g) ?? [content.trim()];
    const fonts = new Map(
      [...(/\/Font <<([\s\S]*?)>>/.exec(head)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map((font) => [font[1], font[2]]),
    );
    return parts.map((id) => textOf(objects.get(id.trim())?.stream ?? '', (name) => lettersOf(fonts.get(name) ?? ''))).join('');
  });
}

/** Letters of glyphs, by the tables of a CMap. */
function unicode(table: string): Map<string, string> {
  const map = new Map<string, string>();
  const hex = (code: number) => code.toString(16).padStart(4, '0').toUpperCase();
  const text = (code: string) => String.fromCodePoint(...(code.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const block of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, to] of (block[1] ?? '').matchAll(/<(\w+)> <(\w+)>/g))
      map.set((glyph ?? '').toUpperCase(), text(to ?? ''));
  }
  for (const block of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first, last, to] of (block[1] ?? '').matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = Number.parseInt(first ?? '', 16);
      for (let code = from; code <= Number.parseInt(last ?? '', 16); code++) {
        map.set(hex(code), String.fromCodePoint(Number.parseInt(to ?? '', 16) + code - from));
      }
    }
  }
  return map;
}

/** What a content stream shows, a line break for each text object. */
function textOf(content: string, letters: (font: string) => Map<string, string>): string {
  let font = new Map<string, string>();
  let text = '';
  for (const [, name, shown, end] of content.matchAll(/\/(\w+) [\d.]+ Tf|(\[[^\]]*\]|<[0-9A-Fa-f]+>)\s*T[jJ]|(\bET\b)/g)) {
    if (name) font = letters(name);
    else if (end) text += '\n';
    else {
      for (const run of (shown ?? '').matchAll(/<([0-9A-Fa-f]+)>/g)) {
        for (const glyph of (run[1] ?? '').match(/.{4}/g) ?? []) text += font.get(glyph.toUpperCase()) ?? '';
      }
    }
  }
  return text;
}
