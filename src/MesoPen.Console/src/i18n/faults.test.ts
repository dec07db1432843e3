import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en/faults.json';
import es from './es/faults.json';
import fr from './fr/faults.json';
import tr from './tr/faults.json';

const read = (file: string) => readFileSync(resolve(import.meta.dirname, '../../../..', file), 'utf8');
const kernel = read('src/MesoPen.Kernel/Faults/FaultCatalogue.cs');
const numbers = new Map([...kernel.matchAll(/const int (\w+) = (\d+);/g)].map(([, name, number]) => [name, number]));
const catalogue = [...kernel.matchAll(/new\((\w+), "([^"]+)", "([^"]+)"\)/g)].map(([, number = '', what, todo]) => ({
  number: numbers.get(number) ?? number,
  what,
  todo,
}));
const priorities = new Map(
  [
    ...read('src/MesoPen.Host/Api/Events/AlarmCatalogue.cs').matchAll(
      /\[(?:FaultCatalogue\.)?(\w+)\] = \(AlarmPriority\.\w+, "([^"]+)"\)/g,
    ),
  ].map(([, number = '', why]) => [numbers.get(number) ?? number, why]),
);

// Aim: a stop or fault that the host can tell of has its sentence and remedy in every language, whatever is added to its catalogue later.
describe.each(Object.entries({ en, tr, fr, es }))('%s', (_, texts) => {
  it('has a text for every fault of the host, and no other', () => {
    expect(catalogue.length).toBeGreaterThan(20);
    expect(Object.keys(texts).sort()).toEqual(catalogue.map(({ number }) => number).sort());
  });
});

// Aim: when the host says something else of a fault, its translations are looked at again.
it('English says what the host says', () => {
  expect(en).toEqual(
    Object.fromEntries(catalogue.map(({ number, what, todo }) => [number, { what, todo, why: priorities.get(number) }])),
  );
});
