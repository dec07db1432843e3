import { signIn } from './clinic';
import { expect, test } from './fixtures';
import { arm, closeByPage, openByPage, prepare, primeByPage, release, stopButton, stopText, treatZone } from './treating';

test.use({ file: 'stop' });

test.use({ actionTimeout: 15_000 });

interface Instant {
  event: string;
  mono_us: number;
}

// hardware/profiles/gun-5.yaml: the longest from "needle back" to needle home, and the plunger's 20 ms before it.
const homeWithinMs = 120 + 20;

// Aim: Stop on another tablet, pressed while a needle is out: the plant itself says that no stroke begins after it and that the needle is back in
// time; both screens say how long it took; then two steps, and the treatment goes on to its record.
test('stop from another tablet during a shot', async ({ page, browser, ready }) => {
  const { station, clinic } = ready;
  const { patient, plan, head } = await prepare(clinic, 11);
  await signIn(page, station, 'carla');
  await openByPage(page, station.url, patient, plan, head);
  await primeByPage(page);
  const other = await browser.newContext();
  const tablet = await other.newPage();
  await signIn(tablet, station, 'otto');
  await tablet.goto(`${station.url}/records`);
  const out = () => station.truth().filter((line) => line.event === 'needle_out').length;
  const before = out();
  await arm(page);
  await expect.poll(out, { intervals: [10] }).toBeGreaterThan(before);
  await stopButton(tablet).click();
  await expect(stopText(tablet)).toHaveText(/At rest \d+\sms after the stop|At rest [\d.]+\ss after the stop/);
  await expect(page.getByTestId('latched')).toContainText(/At rest .* after the stop/);
  await expect(stopText(page)).toContainText('otto stopped: at rest');
  const instants = station.truth().filter((line) => 'event' in line) as unknown as Instant[];
  const received = instants.findLast((line) => line.event === 'stop_received');
  expect(received, 'the plant took the stop').toBeDefined();
  const after = instants.filter((line) => line.mono_us >= (received?.mono_us ?? 0));
  expect(
    after.filter((line) => line.event === 'needle_out'),
    'no stroke begins after the stop',
  ).toEqual([]);
  const home = after.find((line) => line.event === 'needle_home');
  const last = instants.findLast((line) => line.event.startsWith('needle_') && line.mono_us < (received?.mono_us ?? 0));
  // The press may fall between two strokes: then the needle is home already, and nothing says so again.
  expect(
    home !== undefined || last?.event === 'needle_home',
    `the needle is home, whose last word before the stop was ${last?.event}`,
  ).toBe(true);
  if (home) expect((home.mono_us - (received?.mono_us ?? 0)) / 1_000).toBeLessThanOrEqual(homeWithinMs);
  await release(page);
  await expect(page.locator('[data-action="prime"]')).toBeVisible();
  for (const zone of ['forehead', 'cheek.left', 'cheek.right']) await treatZone(page, zone);
  await closeByPage(page);
  await other.close();
});

// Aim: with scripting off the form posts by itself, signed in or not, and the host answers with a page.
test('stop without any script', async ({ browser, ready }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(ready.station.url);
  await page.locator('#stop-button').click();
  await expect(page).toHaveURL(/\/stop$/);
  await expect(page.getByRole('heading', { name: 'There was nothing to stop.' })).toBeVisible();
  await context.close();
});

// Aim: when the script's request does not get through, the same press posts the plain form.
test('stop when its request fails', async ({ page, ready }) => {
  await signIn(page, ready.station, 'otto');
  await page.route('**/stop', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
  await stopButton(page).click();
  await expect(page).toHaveURL(/\/stop$/);
});
