import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Schemas } from '../api/client';
import tr from '../i18n/tr';
import { FaultText } from './FaultText';
import { ToldText } from './told';
import { useEventText } from './useEventText';
import { useReason, type Why } from './useReason';
import { useSaid } from './useSaid';

type Said = Schemas['Said'];
type Event = Schemas['EventView'];

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'tr',
    fallbackLng: false,
    resources: { tr },
    interpolation: { escapeValue: false },
  });
});

function Sentence({ said, sentence }: { said: Said | null; sentence: string }) {
  return <ToldText told={useSaid()(said, sentence)} />;
}

function Refusal({ why }: { why: Why }) {
  return <ToldText told={useReason()(why)} />;
}

function Line({ event }: { event: Event }) {
  return <ToldText told={useEventText()(event, (person) => (person === 'ada' ? 'Ada Lovelace' : person))} />;
}

const html = renderToStaticMarkup;
const said = (code: Said['code'], args: Said['args'] = {}): Said => ({ code, args });
const event = (code: string, args: Event['words']['args'], told: Said | null = null): Event => ({
  id: 1,
  at: '2026-11-28T12:00:00Z',
  stream: 'S-1',
  kind: code,
  by: null,
  summary: 'In English.',
  alarm: null,
  words: { code, args, said: told },
});

// Aim: the one sentence that must be understood at once is in the language of the page; what the page does not know is said in English, marked as such.
test('a fault', () => {
  const blocked = { number: 10, sentence: 'The line is blocked.', remedy: 'Purge.' };
  expect(html(<FaultText fault={blocked} part="what" />)).toBe('Hat tıkalı: basıncı cihazın sınırını aştı.');
  expect(html(<FaultText fault={{ ...blocked, number: 99 }} part="todo" />)).toBe('<span lang="en">Purge.</span>');
});

// Aim: a refusal says in what state the session stands and what is needed, in the language of the page; one without a code stays the host's.
test('a refusal of the station', () => {
  const sentence = 'Not now: a fault is latched.';
  expect(html(<Refusal why={{ code: 'not-now', sentence, state: 'Faulted' }} />)).toBe('Şimdi değil: kilitli bir arıza var.');
  expect(html(<Refusal why={{ code: 'needed-first', sentence, needed: ['primed', 'consent'] }} />)).toBe(
    'Önce gerekli: dolu hat, onam.',
  );
  expect(html(<Refusal why={{ code: null, sentence }} />)).toBe(`<span lang="en">${sentence}</span>`);
  expect(html(<Refusal why={{ code: 'needed-first', sentence }} />)).toBe(`<span lang="en">${sentence}</span>`);
});

// Aim: what was said during a treatment names zones, persons and amounts as the page does.
test('a sentence of the control path', () => {
  const limit = { limit: 'volume-of-the-zone', zone: 'cheek.left', asked: '0.52 mL', bound: 'at-most', allowed: '0.5 mL' };
  const zone = tr.plans.zone.cheek_left;
  expect(html(<Sentence said={said('limit', limit)} sentence="" />)).toBe(
    `${zone}, Bölgenin hacmi: 0,52\u00a0mL istendi, en çok 0,5\u00a0mL olabilir.`,
  );
  expect(html(<Sentence said={said('paused', { person: 'ada' })} sentence="" />)).toBe('Duraklatan: ada.');
  expect(html(<Sentence said={said('at-rest', { ms: '34' })} sentence="" />)).toBe(
    'Durdurmadan 34\u00a0ms sonra piston ve iğne duruyordu.',
  );
  expect(html(<Sentence said={said('not-possible', { action: 'prime', state: 'Faulted' })} sentence="" />)).toBe(
    'Hattı doldurma reddedildi: kilitli bir arıza var.',
  );
  expect(html(<Sentence said={null} sentence="The disk is full." />)).toBe('<span lang="en">The disk is full.</span>');
});

// Aim: a line of the record shows no code of a zone or an outcome, and what a person wrote stands as it was written.
test('an event', () => {
  const zone = tr.plans.zone.cheek_left;
  expect(html(<Line event={event('decision-armed', { text: 'cheek.left' })} />)).toBe(`${zone} kuruldu.`);
  expect(html(<Line event={event('decision-confirmed', { items: 'all', text: '' })} />)).toBe('Onaylandı: hepsi.');
  expect(html(<Line event={event('session-closed', { outcome: 'ended-early' })} />)).toBe(
    'Seansın kaydı kapatıldı: erken bitirildi.',
  );
  expect(html(<Line event={event('released', { reason: 'Baş dönmesi geçti.' })} />)).toBe(
    'Durdurma veya arıza serbest bırakıldı: Baş dönmesi geçti.',
  );
  expect(html(<Line event={event('released', {})} />)).toBe('Durdurma veya arıza serbest bırakıldı.');
  expect(html(<Line event={event('decision-paused', { text: 'Paused by ada.' }, said('paused', { person: 'ada' }))} />)).toBe(
    'Duraklatıldı: Duraklatan: Ada Lovelace.',
  );
  expect(html(<Line event={event('person-roles-changed', { person_id: 'ada', roles: 'clinician auditor' })} />)).toContain(
    'Ada Lovelace: roller değişti: ',
  );
  expect(html(<Line event={event('some-new-kind', {})} />)).toBe('<span lang="en">In English.</span>');
});
