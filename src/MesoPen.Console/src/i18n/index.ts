import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type en from './en';

/** Languages of the console. Only the one that is chosen is loaded. */
export const languages = { en: 'English', tr: 'Türkçe', fr: 'Français', es: 'Español' } as const;
export type Language = keyof typeof languages;

/** Keys are those of English: another one does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

const loaders: Record<Language, () => Promise<{ default: Texts }>> = {
  en: () => import('./en'),
  tr: () => import('./tr'),
  fr: () => import('./fr'),
  es: () => import('./es'),
};

/** The shape of English, with any text: a language that lacks a key, or has one too many, does not compile. */
export type Texts = Shape<typeof en>;
type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common')) {
    for (const [area, texts] of Object.entries((await loaders[language]()).default)) {
      i18next.addResourceBundle(language, area, texts);
    }
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem('language', language);
}

/** The language that was chosen here, else the browser's if there is one, else English. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    resources: {},
    ns: [],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  const known = (tag: string | null): tag is Language => tag !== null && tag in languages;
  const chosen = [localStorage.getItem('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))].find(known);
  await setLanguage(chosen ?? 'en');
}
