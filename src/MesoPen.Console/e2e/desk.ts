import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** No rule of WCAG 2.2 A or AA is broken on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // What is said of a lost host belongs to the frame of the page, and has a test of its own.
    .exclude('[data-testid="stale"]')
    .analyze();
  expect(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** Types as a scanner does: at once, with Enter at the end, wherever the focus is. The separator is Ctrl and ], as keyboard scanners send it. */
export async function scan(page: Page, text: string): Promise<void> {
  for (const [at, part] of text.split('\u001d').entries()) {
    if (at > 0) await page.keyboard.press('Control+]');
    await page.keyboard.type(part);
  }
  await page.keyboard.press('Enter');
}

/** Picture of a page for the person who looks at it, if asked for: MESOPEN_LOOK names the folder. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.MESOPEN_LOOK;
  if (!folder) return;
  const size = page.viewportSize();
  await page.screenshot({ path: `${folder}/${name}-1024.png`, fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `${folder}/${name}-390.png`, fullPage: true });
  if (size) await page.setViewportSize(size);
}
