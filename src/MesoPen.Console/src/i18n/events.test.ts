import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en/events.json';
import es from './es/events.json';
import fr from './fr/events.json';
import tr from './tr/events.json';

const source = readFileSync(resolve(import.meta.dirname, '../../../MesoPen.Host/Api/Events/EventSentences.cs'), 'utf8');
const templates = [...source.matchAll(/^ {8}\["([a-z-]+)"\] = "(.*)",$/gm)].map(([, kind = '', template = '']) => ({
  kind,
  fields: [...template.matchAll(/\{\??([a-z_.]+)\}/g)].map(([, name = '']) => name.split('.').at(-1) ?? name),
}));
const written = ['question', 'reason', 'text', 'description'];
// A line of the record names no port or file of the station.
const leftOut = ['device'];

// Aim: whatever stands in a record or in the list of events can be read in each language, whatever the host learns to tell later.
describe.each(Object.entries({ en, tr, fr, es }))('%s', (_, { kind: texts }) => {
  it('has a sentence for every kind of event of the host', () => {
    expect(templates.length).toBeGreaterThan(80);
    expect(templates.map(({ kind }) => kind).filter((kind) => !(kind in texts))).toEqual([]);
  });

  it('says of each what the host says of it', () => {
    const lacking = templates.flatMap(({ kind, fields }) => {
      const sentence = (texts as Record<string, string>)[kind] ?? '';
      return fields
        .filter((name) => !written.includes(name) && !leftOut.includes(name) && !sentence.includes(`{{${name}}}`))
        .map((name) => `${kind} ${name}`);
    });
    expect(lacking).toEqual([]);
  });

  it('leaves room for what people wrote', () => {
    const shut = templates.filter(
      ({ kind, fields }) =>
        fields.some((name) => written.includes(name)) && /[.:!]$/.test((texts as Record<string, string>)[kind] ?? ''),
    );
    expect(shut.map(({ kind }) => kind)).toEqual([]);
  });
});
