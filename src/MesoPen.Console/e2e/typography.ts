/** Languages of the console. */
export type Language = 'en' | 'tr' | 'fr' | 'es';

interface Rule {
  name: string;
  pattern: RegExp;
}

/** Units that stand behind numbers in clinical views: the same symbols in every language. */
const unit = '(?:µL|mL|nL|mm|µm|cm|ms|s|min|h|kPa|Hz|mg)';
const after = '(?![\\p{L}\\p{N}])';
const alone = '(?<![\\d.,])';

// English writes a point before decimals and a comma between thousands. Turkish and Spanish write a comma and a point, French a comma and a narrow
// no-break space. A number with its unit stands apart in all four.
const marks: Record<Language, { decimal: string; thousands: string }> = {
  en: { decimal: '\\.', thousands: ',' },
  tr: { decimal: ',', thousands: '\\.' },
  fr: { decimal: ',', thousands: '\u202f' },
  es: { decimal: ',', thousands: '\\.' },
};

// Parts of a hundred: 20% in English, 20 % in French and Spanish, %20 in Turkish.
const percent: Record<Language, RegExp> = {
  en: /\d\s%/u,
  tr: /\d\s?%/u,
  fr: /\d%/u,
  es: /\d%/u,
};

function rulesOf(language: Language): readonly Rule[] {
  const { decimal, thousands } = marks[language];
  return [
    // A number alone: the 9h of a folder like mesopen-HtxU9h is none.
    { name: 'no space before the unit', pattern: new RegExp(`(?<![\\p{L}\\p{N}_])[\\d.,]*\\d${unit}${after}`, 'u') },
    { name: 'no leading zero', pattern: new RegExp(`${alone}[.,]\\d+\\s?${unit}${after}`, 'u') },
    { name: 'trailing zero', pattern: new RegExp(`${alone}\\d[\\d${thousands}]*${decimal}\\d*0\\s${unit}${after}`, 'u') },
    // What is no group of three behind a whole number is a decimal, with the mark of another language.
    {
      name: 'a decimal mark of another language',
      pattern: new RegExp(
        `${alone}(?:0[.,]\\d+|\\d+[.,](?:\\d{1,2}|\\d{4,}))(?<!${decimal}\\d+)\\s${unit}${after}${language === 'fr' ? `|\\d\\.\\d+\\s${unit}${after}` : ''}`,
        'u',
      ),
    },
    { name: 'a unit that is misread', pattern: /\d\s?(?:uL|ul|mcL|mcl|ml|cc|um|mcm|μL|μm)(?![\p{L}\p{N}])/u },
    { name: 'parts of a hundred', pattern: percent[language] },
  ];
}

const rules: Record<Language, readonly Rule[]> = { en: rulesOf('en'), tr: rulesOf('tr'), fr: rulesOf('fr'), es: rulesOf('es') };

/** What of a text breaks dose typography in its language: the rule and the words around. Nothing if nothing does. */
export function misprints(text: string, language: Language = 'en'): string[] {
  return rules[language].flatMap(({ name, pattern }) => {
    const found = pattern.exec(text);
    return found === null
      ? []
      : [`${name}: "${text.slice(Math.max(0, found.index - 20), found.index + found[0].length + 10).trim()}"`];
  });
}
