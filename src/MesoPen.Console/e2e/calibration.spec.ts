import { signIn } from './clinic';
import { expectAccessible, look } from './desk';
import { expect, test } from './fixtures';

test.use({ file: 'calibration' });

// Aim: nobody takes an uncalibrated device for a calibrated one: each state is said in words with what it means for arming.
test('the calibration of the connected device, and of one that expired', async ({ page, ready }) => {
  await signIn(page, ready.station, 'otto');
  await page.goto(`${ready.station.url}/calibration`);
  await expect(page.getByRole('heading', { level: 1, name: 'Calibration' })).toBeVisible();
  await expect(page.getByText('No device is known yet')).toBeVisible();
  await expectAccessible(page);
  await look(page, 'calibration-empty');
  await ready.clinic.open();
  const device = await expect
    .poll(async () => (await ready.clinic.ask('carla', 'GET', '/station')).device, { timeout: 30_000 })
    .not.toBeNull()
    .then(async () => (await ready.clinic.ask('carla', 'GET', '/station')).device);
  await page.reload();
  const card = page.locator(`[data-id="${device.serial}"]`);
  await expect(card).toContainText(device.calibration_due_on === null ? 'Never calibrated' : /days? left/);
  await expect(card).toContainText('now, connected');
  await expectAccessible(page);
  await look(page, 'calibration');

  // The same device, as it would speak after its last day and without one.
  for (const [due, words, means] of [
    ['2020-01-31', /Ended [\d,]+ days ago/, 'Arming is refused until it is calibrated again'],
    [null, 'Never calibrated', 'Arming is refused: nobody knows how deep it goes'],
  ] as const) {
    await page.route('**/api/v1/station', async (route) => {
      const answer = await route.fetch();
      const view = await answer.json();
      await route.fulfill({ response: answer, json: { ...view, device: { ...view.device, calibration_due_on: due } } });
    });
    await page.reload();
    await expect(card).toContainText(words);
    await expect(card).toContainText(means);
    await expect(card.locator('[data-tone="bad"]')).toBeVisible();
    await expectAccessible(page);
    await page.unroute('**/api/v1/station');
  }
});
