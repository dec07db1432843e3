import { signIn } from './clinic';
import { expect, test } from './fixtures';
import { settled, texts, violations } from './looks';
import { pages } from './pages';
import { misprints } from './typography';

test.use({ file: 'pages' });

// Aim: no page of the menu escapes the sweep below.
test('every room of the menu is among the pages that are looked at', async ({ page, ready }) => {
  const seen = new Set<string>();
  for (const who of ['carla', 'ada', 'enno'] as const) {
    await signIn(page, ready.station, who);
    for (const link of await page.getByRole('navigation', { name: 'Menu' }).getByRole('link').all())
      seen.add((await link.getAttribute('href')) ?? '');
    await page.context().clearCookies();
  }
  expect([...seen].filter((path) => !pages.some((each) => each.path === path))).toEqual([]);
});

for (const { name, path, who, engineering } of pages) {
  // Aim: whoever cannot see well, points badly or misreads easily can use the page, in light and in dark, and nothing on it breaks the rules of
  // dose typography; the browser refuses nothing of it, and its script says no error.
  test(`${name} can be read by everybody`, async ({ page, ready }) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 40')) complaints.push(`console: ${message.text()}`);
    });
    await signIn(page, ready.station, who);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(ready.station.url + path);
      await settled(page);
      expect(await violations(page), `axe, ${colorScheme}`).toEqual([]);
    }
    if (!engineering) expect((await texts(page)).flatMap(misprints)).toEqual([]);
    // 200 % zoom of 1024 × 768, and a phone: nothing is cut off sideways.
    for (const size of [
      { width: 512, height: 384 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await settled(page);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(sideways, `wider than ${size.width} px by`).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
  });
}
