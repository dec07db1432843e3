import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Violations of WCAG 2.2 A and AA on the page as it stands, for people. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
}

/** Every text that the page renders: of its elements, its fields and what is read aloud. */
export function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.currentNode as Element | null; node; node = walker.nextNode() as Element | null) {
      if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(node.tagName)) continue;
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
        const value = node.getAttribute(name);
        if (value) found.push(value);
      }
      // Elements whose children are inline are read as one text: a number may stand in an element of its own.
      const block = [...node.children].every((child) => getComputedStyle(child).display.startsWith('inline'));
      if (block && node.textContent) found.push(node.textContent);
    }
    return found;
  });
}

/** Waits until the page has said what it has to say: nothing is loading, and nothing is asked of the host. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Loader-root, [aria-busy="true"]') === null);
}
