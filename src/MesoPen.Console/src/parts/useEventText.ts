import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type en from '../i18n/en';
import { useZoneName } from '../map/zoneName';
import { count, day, length, volume } from '../quantity/quantity';
import { plain, type Told } from './told';
import { useFaultWords } from './useFaultWords';
import { useSaid } from './useSaid';

type Texts = (typeof en)['events'];
type Gate = keyof (typeof en)['treat']['gate'];

const list = (values: string, shown: (value: string) => string) => values.split(' ').filter(Boolean).map(shown).join(', ');

// What people wrote stands after the sentence, as they wrote it.
const written = ['question', 'reason', 'text', 'description'];

/** What happened, in the language of the page: of every kind of event that the host has a sentence for. One that is new stays English. */
export function useEventText(): (event: Schemas['EventView'], name?: (person: string) => string) => Told {
  const { t, i18n } = useTranslation(['events', 'people', 'treat']);
  const zoneName = useZoneName();
  const faultWords = useFaultWords();
  const told = useSaid();
  return useCallback(
    (event, name = (person) => person) => {
      const english: Told = { text: '', english: event.summary };
      if (event.alarm) {
        const words = faultWords(event.alarm.number);
        return words === null ? english : { text: words.what };
      }
      const { code, args, said } = event.words;
      if (!i18n.exists(`kind.${code}`, { ns: 'events' })) return english;

      const show = (key: string, value: string): string => {
        if (key === 'zone_id') return zoneName(value);
        if (key.endsWith('_nl')) return volume(Number(value));
        if (key.endsWith('_um')) return length(Number(value));
        if (key === 'person_id' || key === 'by') return name(value);
        if (key === 'outcome')
          return i18n.exists(`outcome.${value}`, { ns: 'events' }) ? t(`outcome.${value as keyof Texts['outcome']}`) : value;
        if (key === 'punctures') return count(Number(value));
        if (key === 'roles')
          return list(value, (role) =>
            i18n.exists(`roles.${role}`, { ns: 'people' }) ? t(`people:roles.${role as 'clinician'}`) : role,
          );
        if (key === 'items') return list(value, gate);
        return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
      };
      const gate = (item: string) => {
        if (item === 'all') return t('all');
        const key = item === 'calibration' ? 'certificate' : item.replaceAll('-', '_');
        return i18n.exists(`gate.${key}`, { ns: 'treat' }) ? t(`treat:gate.${key as Gate}`) : item;
      };
      const shown = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, show(key, value)]));
      // What a zone's decision says is the zone, and a prime's the volume.
      const values: { zone: string } = { ...shown, zone: zoneName(args.text ?? '') };

      const what = t(`kind.${code as 'shot'}`, values);
      if (/[.:!]$/.test(what)) return { text: what };
      if (code.startsWith('decision-') && code !== 'decision-withdrawn') {
        const rest = told(said, args.text ?? '', name);
        return rest.english === undefined
          ? { text: t('with', { what, text: plain(rest) }) }
          : { text: t('with', { what, text: '' }).trim(), english: rest.english };
      }
      if (code === 'decision-withdrawn' && args.text) return { text: t('with', { what, text: '' }).trim(), english: args.text };
      const text = written
        .map((key) => args[key] ?? '')
        .filter(Boolean)
        .join(' ');
      return { text: text === '' ? t('without', { what }) : t('with', { what, text }) };
    },
    [t, i18n, zoneName, faultWords, told],
  );
}
