import type { Page } from '@playwright/test';
import { signIn } from './clinic';
import { expect } from './fixtures';
import { badlyPrinted, faults, settled, violations } from './looks';
import { goTo, pages, pathOf, rooms, test } from './pages';
import { Station } from './station';
import { arm, closeByPage, openByPage, prepare, primeByPage, release, stopButton } from './treating';

test.use({ file: 'pages', actionTimeout: 15_000 });

/** What the browser refuses of a page, and what its script says of itself. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 40')) complaints.push(`console: ${message.text()}`);
  });
  return complaints;
}

// Aim: no page of the menu escapes the sweep below.
test('every room of the menu is among the pages that are looked at', async ({ page, ready }) => {
  const seen = new Set<string>();
  for (const who of ['carla', 'ada', 'enno'] as const) {
    await signIn(page, ready.station, who);
    for (const link of await page.getByRole('navigation', { name: 'Menu' }).getByRole('link').all())
      seen.add((await link.getAttribute('href')) ?? '');
    await page.context().clearCookies();
  }
  expect([...seen].filter((path) => !rooms.some((each) => each.path === path))).toEqual([]);
});

// Aim: neither does a tab of stock, site, people, outcomes or alarms.
test('every tab of a room is among the pages that are looked at', async ({ page, ready, made }) => {
  const looked = new Set(pages.map((each) => pathOf(each, made)));
  for (const [who, path] of [
    ['ada', '/stock'],
    ['ada', '/site'],
    ['ada', '/people'],
    ['carla', '/outcomes'],
    ['carla', '/alarms'],
  ] as const) {
    await page.context().clearCookies();
    await signIn(page, ready.station, who);
    await page.goto(ready.station.url + path);
    await settled(page);
    const tabs = page.getByRole('main').getByRole('navigation').first().getByRole('link');
    expect(await tabs.count()).toBeGreaterThan(1);
    for (const tab of await tabs.all()) expect([...looked]).toContain(await tab.getAttribute('href'));
  }
});

for (const which of pages) {
  // Aim: whoever cannot see well, points badly or misreads easily can use the page, in light and in dark, on a tablet, on a phone and enlarged; nothing
  // on it breaks the rules of dose typography in any language; the browser refuses nothing of it, and its script says no error.
  test(`${which.name} can be read by everybody`, async ({ page, ready, made }) => {
    const complaints = complaintsOf(page);
    await signIn(page, ready.station, which.who);
    await goTo(page, ready.station.url, which, made);
    await settled(page);
    if (which.name !== 'not-found') await expect(page.getByRole('heading', { name: 'There is no such page.' })).toHaveCount(0);
    expect(await faults(page, which.engineering)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

// Aim: the page of a treatment holds while it lasts: opened, primed, armed, paused, stopped, and ended.
test('a treatment can be read by everybody, as it goes on', async ({ page, ready }) => {
  test.setTimeout(600_000);
  const complaints = complaintsOf(page);
  const { station, clinic } = ready;
  // A zone that is long enough to be paused in.
  const { version: _, by, at, sha256, sequence, ...content } = (await clinic.ask('carla', 'GET', '/protocols/PR-1')).versions[0];
  Object.assign(content.zones[0], { points: 60, dose_nl: 10_000 });
  await clinic.ask('carla', 'POST', '/protocols', { protocol_id: 'PR-LONG', title: 'Face, at length', content });
  const { patient, plan, head } = await prepare(clinic, 71, { protocol: 'PR-LONG' });
  await signIn(page, station, 'carla');
  await openByPage(page, station.url, patient, plan, head);
  await expect(page.getByTestId('prime-next')).toBeVisible();
  expect(await faults(page), 'opened').toEqual([]);
  await primeByPage(page);
  await expect(page.locator('.hold-button')).toBeEnabled();
  expect(await faults(page), 'primed').toEqual([]);
  // Shots come and go while a zone is armed: it is looked at once, as fast as can be.
  await arm(page);
  expect(await badlyPrinted(page), 'armed').toEqual([]);
  expect(await violations(page), 'armed').toEqual([]);
  await clinic.ask('carla', 'POST', '/station/pause');
  await expect(page.getByRole('button', { name: 'Go on…' })).toBeVisible();
  expect(await faults(page), 'paused').toEqual([]);
  await stopButton(page).click();
  await expect(page.getByTestId('latched')).toBeVisible();
  expect(await faults(page), 'stopped').toEqual([]);
  await release(page);
  await page.getByRole('button', { name: 'Close the session' }).click();
  await expect(page.getByRole('dialog', { name: 'Close the session?' })).toBeVisible();
  expect(await faults(page), 'asked to close').toEqual([]);
  await page.keyboard.press('Escape');
  await closeByPage(page);
  expect(await faults(page), 'ended').toEqual([]);
  expect(complaints).toEqual([]);
});

// Aim: who is not signed in reads as well: the sign-in in every language, and the page of Stop.
test('the doors can be read by everybody', async ({ browser, ready }) => {
  const { station } = ready;
  for (const locale of ['en', 'tr', 'fr', 'es']) {
    const context = await browser.newContext({ locale, viewport: { width: 1024, height: 768 } });
    const page = await context.newPage();
    await page.goto(station.url);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    expect(await faults(page), `sign-in, ${locale}`).toEqual([]);
    await page.goto(`${station.url}/stop`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    expect(await faults(page), `stop, ${locale}`).toEqual([]);
    await page.locator('#stop-button').click();
    expect(await faults(page), `stopped, ${locale}`).toEqual([]);
    await context.close();
  }
});

// Aim: the first page that anybody sees reads as well as the others.
test('the first run can be read by everybody', async ({ page }) => {
  const station = new Station();
  try {
    station.gunSetting = null;
    await station.serve();
    for (const [language, name] of [
      ['en', 'English'],
      ['tr', 'Türkçe'],
      ['fr', 'Français'],
      ['es', 'Español'],
    ] as const) {
      await page.goto(station.url);
      await page.evaluate(() => localStorage.clear());
      expect(await faults(page), `languages before ${language}`).toEqual([]);
      await page.getByRole('button', { name }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await faults(page), `account, ${language}`).toEqual([]);
    }
  } finally {
    await station.dispose();
  }
});
