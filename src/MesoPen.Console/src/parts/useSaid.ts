import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type en from '../i18n/en';
import { useZoneName } from '../map/zoneName';
import type { Told } from './told';
import { useFaultWords } from './useFaultWords';

type Texts = (typeof en)['station'];

/** A value as the host's sentences have it, such as "0.5 mL" or "12 shots", in the language of the page. */
export function inLanguage(value: string, language: string, shots: (count: string) => string): string {
  const [, number, unit] = /^(-?[\d.]+) (µL|mL|mm|ms|shots)$/.exec(value) ?? [];
  if (number === undefined || unit === undefined) return value;
  const shown = new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(Number(number));
  return unit === 'shots' ? shots(shown) : `${shown}\u00a0${unit}`;
}

/** Sentences of the control path in the language of the page: a limit, a fault, a pause, a refusal. One without a code stays English. */
export function useSaid(): (
  said: Schemas['Said'] | null | undefined,
  sentence: string,
  name?: (person: string) => string,
) => Told {
  const { t, i18n } = useTranslation('station');
  const zoneName = useZoneName();
  const faultWords = useFaultWords();
  return useCallback(
    (said, sentence, name = (person) => person) => {
      const has = (key: string) => i18n.exists(key, { ns: 'station' });
      const english: Told = { text: '', english: sentence };
      if (!said) return english;
      const { code, args } = said;
      const of = (name: string) => args[name] ?? '';
      if (code === 'fault') {
        const words = faultWords(Number(of('number')));
        return words === null ? english : { text: `${words.what} ${words.todo}` };
      }
      const value = (name: string) => inLanguage(of(name), i18n.language, (shots) => t('shots', { shots }));
      const word = <Part extends keyof Texts & string>(part: Part, key: string) =>
        has(`${part}.${key}`) ? t(`${part}.${key}` as never) : key;
      const needs = of('needed').split(' ').filter(Boolean);
      const values = {
        ms: value('ms') === '' ? '' : inLanguage(`${of('ms')} ms`, i18n.language, String),
        person: name(of('person')),
        to: of('to'),
        from: of('from'),
        device: word('answer', of('device')),
        action: word('action', of('action')),
        state: word('state', of('state')),
        needs: needs.map((need) => word('need', need)).join(', '),
        zone: zoneName(of('zone')),
        limit: word('limit', of('limit')),
        asked: value('asked'),
        bound: has(`bound.${of('bound')}`)
          ? t(`bound.${of('bound') as keyof Texts['bound']}`, { allowed: value('allowed') })
          : value('allowed'),
      };
      if (code === 'needed-first' && needs.length === 0) return english;
      const key = code === 'limit' && of('zone') !== '' ? 'limit-in-zone' : code;
      return has(`said.${key}`) ? { text: [t(`said.${key}`, values), of('reason')].filter(Boolean).join(' ') } : english;
    },
    [t, i18n, zoneName, faultWords],
  );
}
