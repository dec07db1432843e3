/** Units that stand behind numbers in clinical views. */
const unit = '(?:µL|mL|nL|mm|µm|cm|ms|s|min|h|kPa|Hz|mg)';
const after = '(?![\\p{L}\\p{N}])';
const rules: readonly { name: string; pattern: RegExp }[] = [
  { name: 'no space before the unit', pattern: new RegExp(`\\d${unit}${after}`, 'u') },
  { name: 'no leading zero', pattern: new RegExp(`(?<![\\d.,])[.,]\\d+\\s?${unit}${after}`, 'u') },
  // Three digits behind a mark may be thousands: "12,000 ms" is not judged here, "0.500 mL" is.
  { name: 'trailing zero', pattern: new RegExp(`(?<![\\d.,])(?:0[.,]\\d*0|\\d+[.,](?:0|\\d0|\\d{3,}0))\\s${unit}${after}`, 'u') },
  { name: 'a unit that is misread', pattern: /\d\s?(?:uL|ul|mcL|mcl|ml|cc|um|mcm|μL|μm)(?![\p{L}\p{N}])/u },
];

/** What of a text breaks dose typography: the rule and the words around. Nothing if nothing does. */
export function misprints(text: string): string[] {
  return rules.flatMap(({ name, pattern }) => {
    const found = pattern.exec(text);
    return found === null
      ? []
      : [`${name}: "${text.slice(Math.max(0, found.index - 20), found.index + found[0].length + 10).trim()}"`];
  });
}
