import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Language, misprints } from './typography';

/** Violations of WCAG 2.2 A and AA on the page as it stands, for people. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
}

interface Text {
  text: string;
  /** Language of the page, or of the part that says another: what the host says is English. */
  language: string;
}

/** Every text that the page renders: of its elements, what is read aloud, and what stands in its number fields, as the number that it is. */
export function texts(page: Page): Promise<Text[]> {
  return page.evaluate(() => {
    const found: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.currentNode as Element | null; node; node = walker.nextNode() as Element | null) {
      if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(node.tagName)) continue;
      const language = node.closest('[lang]')?.getAttribute('lang') ?? 'en';
      const say = (text: string | null) => {
        if (text) found.push({ text, language });
      };
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) say(node.getAttribute(name));
      // A number field is read with the unit of its label: any will do. Its mark is that of whoever typed it: comma and point are taken.
      if (node instanceof HTMLInputElement && node.inputMode === 'decimal' && node.value)
        found.push({ text: `${node.value}\u00a0mm`, language: node.value.includes(',') ? 'fr' : 'en' });
      // Elements whose children are inline are read as one text: a number may stand in an element of its own.
      const block = [...node.children].every((child) => getComputedStyle(child).display.startsWith('inline'));
      if (!block) continue;
      // Words of another language among them are read by themselves.
      const words: string[] = [];
      const reader = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (reader.nextNode()) {
        if (reader.currentNode.parentElement?.tagName === 'STYLE') continue;
        const spoken = reader.currentNode.parentElement?.closest('[lang]')?.getAttribute('lang') ?? 'en';
        words.push(spoken === language ? (reader.currentNode.textContent ?? '') : '…');
      }
      say(words.join(''));
    }
    return found;
  });
}

/** Waits until the page has said what it has to say: nothing is loading, and nothing is asked of the host. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Loader-root, [aria-busy="true"]') === null);
}

const languages: readonly Language[] = ['tr', 'fr', 'es', 'en'];

/** Puts the console into a language by its own field, which stands behind an open dialog too. False where there is none: nobody is signed in. */
async function speak(page: Page, language: Language): Promise<boolean> {
  const asked = await page.evaluate((wanted) => {
    const field = [...document.querySelectorAll('select')].find((each) => each.querySelector('option[value="tr"]'));
    if (field === undefined) return false;
    field.value = wanted;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }, language);
  if (asked) await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  return asked;
}

/** What is misprinted on the page as it stands, each text by the rules of its language. */
export async function badlyPrinted(page: Page): Promise<string[]> {
  return [
    ...new Set(
      (await texts(page)).flatMap(({ text, language }) =>
        misprints(text, language as Language).map((found) => `${language}: ${found}`),
      ),
    ),
  ];
}

const sizes = {
  'a tablet': { width: 1024, height: 768 },
  '200 % zoom of it': { width: 512, height: 384 },
  'a phone': { width: 390, height: 844 },
};

/**
 * What is wrong with the page as it stands, for people: WCAG 2.2 A and AA in light and dark; the rules of dose typography in every language; anything
 * cut off sideways, in English and in French, whose words are the longest. `keepsZeros` for an engineer's page, which keeps the resolution of numbers.
 */
export async function faults(page: Page, keepsZeros = false): Promise<string[]> {
  const found: string[] = [];
  await settled(page);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await violations(page)).map((each) => `${colorScheme}: ${each}`));
  }
  if (!keepsZeros) found.push(...(await badlyPrinted(page)));
  const cutOff = async (language: string) => {
    for (const [name, size] of Object.entries(sizes)) {
      await page.setViewportSize(size);
      await settled(page);
      // What is drawn anew after a change of size or language takes its time on a busy machine.
      await page
        .waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, {
          timeout: 3_000,
        })
        .catch(() => undefined);
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return null;
        // What reaches furthest, and is not moved in a frame of its own.
        const far = [...document.querySelectorAll('body *')].filter(
          (each) => Math.round(each.getBoundingClientRect().right) >= scrollWidth,
        );
        return `${scrollWidth - clientWidth} px: ${far.map((each) => each.outerHTML.slice(0, 150)).join(' | ')}`;
      });
      if (wide !== null) found.push(`${language}: wider than ${name} by ${wide}`);
    }
    await page.setViewportSize(sizes['a tablet']);
  };
  await cutOff('en');
  for (const language of languages) {
    if (!(await speak(page, language))) break;
    await settled(page);
    if (!keepsZeros && language !== 'en') found.push(...(await badlyPrinted(page)));
    if (language === 'fr') await cutOff('fr');
  }
  return found;
}
