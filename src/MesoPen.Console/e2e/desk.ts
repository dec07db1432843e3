import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { violations } from './looks';

/** No rule of WCAG 2.2 A or AA is broken on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

/**
 * Types as a scanner does, wherever the focus is: a key every 10 ms by the times of the events, however busy this computer is, and Enter at
 * the end. The separator is Ctrl and ], as keyboard scanners send it.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  let at = Date.now() / 1000;
  const send = async (down: {
    key: string;
    code?: string;
    text?: string;
    modifiers?: number;
    windowsVirtualKeyCode?: number;
  }) => {
    at += 0.01;
    const { text: typed, ...key } = down;
    await session.send('Input.dispatchKeyEvent', {
      ...key,
      type: typed === undefined ? 'rawKeyDown' : 'keyDown',
      ...(typed === undefined ? {} : { text: typed }),
      timestamp: at,
    });
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp: at });
  };
  for (const key of text) {
    if (key === '\u001d') await send({ key: ']', code: 'BracketRight', modifiers: 2, windowsVirtualKeyCode: 221 });
    else await send({ key, text: key });
  }
  await send({ key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 });
  await session.detach();
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
