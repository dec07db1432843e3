import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { signIn } from './clinic';
import { settled } from './looks';
import { goTo, pages, test } from './pages';

test.use({ file: 'screens' });

const sizes = { tablet: { width: 1024, height: 768 }, desk: { width: 1920, height: 1080 } };

for (const which of pages.filter(({ press }) => press === undefined)) {
  test(`screens of ${which.name}`, async ({ page, ready, made }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await signIn(page, ready.station, which.who);
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await goTo(page, ready.station.url, which, made);
      await settled(page);
      await page.screenshot({ path: `../../docs/screens/${which.name}-${size}.png` });
    }
  });
}

test('screens of a treatment under way', async ({ page, ready }) => {
  await ready.clinic.open();
  await ready.clinic.arm('forehead');
  await ready.clinic.until((station) => station.state === 'Ready' || station.state === 'Paused');
  await signIn(page, ready.station, 'carla');
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.goto(`${ready.station.url}/treat`);
    await settled(page);
    await page.locator('#zone-title').waitFor();
    await page.screenshot({ path: `../../docs/screens/treating-${size}.png` });
  }
});

// The sample that docs/calibration.md shows: its first sheet, and the one with the errors.
test('sheets of a certificate', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 1200 });
  await page.goto(pathToFileURL(resolve(import.meta.dirname, '../../../docs/calibration/volume.html')).href);
  const sheets = page.locator('section');
  await sheets.first().screenshot({ path: '../../docs/screens/certificate-first.png' });
  await sheets
    .filter({ has: page.locator('svg') })
    .first()
    .screenshot({ path: '../../docs/screens/certificate-results.png' });
});
