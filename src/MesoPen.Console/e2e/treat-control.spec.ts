import { signIn } from './clinic';
import { expect, test } from './fixtures';
import { violations } from './looks';
import { openByPage, prepare, primeByPage, stopButton } from './treating';

test.use({ file: 'treat-control' });

test.use({ actionTimeout: 15_000 });

// Aim: one console works, the others watch; who takes over says why; a phone only watches; a held key arms and a short one does not.
test('one controller, a phone that watches, and the keyboard', async ({ page, browser, ready }) => {
  const { station, clinic } = ready;
  const { patient, plan, head } = await prepare(clinic, 31);
  await signIn(page, station, 'carla');
  await openByPage(page, station.url, patient, plan, head);
  await primeByPage(page);
  await expect(page.locator('[data-control="mine"]')).toBeVisible();

  const phoneContext = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const phone = await phoneContext.newPage();
  await signIn(phone, station, 'carla');
  await phone.goto(`${station.url}/treat`);
  await expect(phone.getByText('This screen only watches. Stop works.')).toBeVisible();
  await expect(phone.locator('#zone-title')).toHaveText('Forehead');
  await expect(phone.locator('.hold-button')).toHaveCount(0);
  await expect(phone.getByRole('button', { name: 'Close the session' })).toBeDisabled();
  await expect(stopButton(phone)).toBeVisible();
  await phone.screenshot({ path: test.info().outputPath('phone.png') });
  await phoneContext.close();

  const otherContext = await browser.newContext();
  const other = await otherContext.newPage();
  await signIn(other, station, 'enno');
  await other.goto(`${station.url}/treat`);
  await expect(other.locator('[data-control="elsewhere"]')).toContainText('Carla Example has the control');
  await expect(other.locator('.hold-button')).toHaveCount(0);
  await other.getByRole('button', { name: 'Take over' }).click();
  const dialog = other.getByRole('dialog', { name: 'Take over the control?' });
  await dialog.getByLabel('Why you take over').fill('Carla is called away');
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await expect(other.locator('[data-control="mine"]')).toBeVisible();
  await expect(page.locator('[data-control="elsewhere"]')).toContainText('Enno Example has the control');
  await expect(page.locator('.hold-button')).toHaveCount(0);
  await otherContext.close();
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByLabel('Why you take over').fill('Back again');
  await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();

  const button = page.locator('.hold-button');
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Let go too early: nothing was armed.')).toBeVisible();
  await expect(page.locator('.zone[data-armed="true"]')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await button.focus();
  await page.keyboard.down('Enter');
  await expect(page.locator('.zone[data-armed="true"]')).toBeVisible();
  await page.keyboard.up('Enter');
  await stopButton(page).press('Enter');
  await expect(page.getByTestId('latched')).toBeVisible();
});
