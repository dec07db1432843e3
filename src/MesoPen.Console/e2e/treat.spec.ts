import type { Page } from '@playwright/test';
import { signIn } from './clinic';
import { expect, test } from './fixtures';

test.use({ actionTimeout: 15_000 });

/** Presses and holds until it has acted. */
async function hold(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await expect(button).toBeEnabled();
  await button.hover();
  await page.mouse.down();
  await expect(button).toHaveAttribute('data-held', 'held');
  await page.mouse.up();
}

// Aim: a whole treatment by the page alone: chosen, opened, primed, armed by a held press, zone after zone, closed, its record linked.
test('a treatment from the choice to the record', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/treat?patient=P-0001&plan=PL-1`);
  await page.getByLabel('Vial or mixture').first().click();
  await page.getByRole('option', { name: /V-1/ }).click();
  await page.getByLabel('Needle head').first().click();
  await page.getByRole('option', { name: /H2031-1/ }).click();
  await page.getByLabel(/Loaded into the cartridge/).fill('1');
  await page.screenshot({ path: '/tmp/h/treat-shots/start.png', fullPage: true });
  await page.getByRole('button', { name: 'Open the session' }).click();
  await page.getByTestId('prime-next').click();
  await page.screenshot({ path: '/tmp/h/treat-shots/ready.png', fullPage: true });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Prime now' }).click();
  await expect(page.getByText('Primed.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  for (const [zone, name] of [
    ['forehead', 'Forehead'],
    ['cheek.left', 'Cheek, left'],
    ['cheek.right', 'Cheek, right'],
  ] as const) {
    await expect(page.locator('#zone-title')).toHaveText(name);
    await hold(page, /^Hold to arm/);
    await expect(page.locator(`.zone[data-armed="true"] [data-zone="${zone}"]`)).toBeVisible();
    await page.screenshot({ path: `/tmp/h/treat-shots/armed-${zone}.png`, fullPage: true });
    await expect(page.locator(`.zone-choice[data-zone="${zone}"]`)).toContainText('Done');
  }
  await expect(page.getByText('All zones have their points')).toBeVisible();
  await expect(page.getByTestId('shots-total')).toHaveText('16');
  await page.screenshot({ path: '/tmp/h/treat-shots/done.png', fullPage: true });
  await page.getByRole('button', { name: 'Close the session' }).click();
  await page.getByLabel('Aftercare').fill('Cool, no sun for two days.');
  await page.getByRole('dialog').getByRole('button', { name: 'Close the session' }).click();
  await expect(page.getByRole('link', { name: 'Open the record' })).toBeVisible();
  await page.screenshot({ path: '/tmp/h/treat-shots/ended.png', fullPage: true });
});
