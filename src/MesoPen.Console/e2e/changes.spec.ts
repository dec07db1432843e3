import type { Page } from '@playwright/test';
import { signIn } from './clinic';
import { expect as baseExpect, test } from './fixtures';
import { arm, begin, finish, prepareOwn, primeByPage, release, treatZone } from './treating';

test.use({ file: 'changes', orders: true, actionTimeout: 15_000 });
test.describe.configure({ timeout: 300_000 });

const expect = baseExpect.configure({ timeout: 30_000 });

test.afterEach(async ({ ready }) => finish(ready.clinic));

const primed = (page: Page) => page.locator('[data-check="primed"]');
const guided = (page: Page, name: string) => page.getByRole('dialog', { name });
const next = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Next' }).click();

// Aim: a cartridge that runs empty in the middle is changed step by step: no step can be passed over, nothing is armed before the line is primed with the
// new one, and the zone then gets its points.
test('another cartridge in the middle of a zone', async ({ page, ready }) => {
  const { station, clinic } = ready;
  await begin(clinic, await prepareOwn(clinic, 11, 20));
  await signIn(page, station, 'carla');
  await page.goto(`${station.url}/treat`);
  await primeByPage(page);
  await arm(page);
  await station.order({ do: 'fault', spec: 'cartridge.low=30000@now' });
  // On a machine that is busy a lease may lapse before the cartridge is empty: then a person goes on.
  const latched = page.getByTestId('latched');
  await expect(async () => {
    if (!(await latched.or(page.locator('.zone[data-armed="true"]')).first().isVisible())) await arm(page);
    await expect(latched).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 90_000 });
  await expect(page.locator('.zone-choice[data-zone="forehead"]')).not.toContainText('Done');
  // The device lets go of the fault only once it has a cartridge with something in it.
  await expect(page.locator('[data-alarm="fault-14"]')).toContainText('Fit a new cartridge of the same product');
  const change = page.locator('[data-action="cartridge"]').getByRole('button');
  await expect(change).toBeEnabled();
  await change.click();
  const dialog = guided(page, 'Change the cartridge');
  await expect(dialog).toContainText('A full cartridge of Hyaluronic acid 15 mg/mL (example), lot EX911');
  const forth = dialog.getByRole('button', { name: 'Next' });
  await expect(forth).toBeDisabled();
  await dialog.getByLabel('Product and lot on the new cartridge are the same').check();
  await next(page);
  await expect(forth).toBeDisabled();
  await dialog.getByLabel('The device is off the skin, and nobody touches the trigger').check();
  await next(page);
  await expect(forth).toBeDisabled();
  await station.order({ do: 'cartridge' });
  await dialog.getByLabel('It is seated').check();
  await next(page);
  expect((await clinic.ask('carla', 'GET', '/station')).primed, 'a new cartridge is not primed').toBe(false);
  await expect(dialog.getByRole('button', { name: 'Prime now' })).toBeDisabled();
  await expect(dialog).toContainText('Not now: a fault is latched.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await release(page);
  await expect(primed(page)).toHaveAttribute('data-state', 'bad');
  await primeByPage(page);
  const after = await clinic.ask('carla', 'GET', '/station');
  expect([after.primed, after.product.primed_nl]).toEqual([true, 200_000]);
  await treatZone(page, 'forehead');
});

// Aim: another head is chosen from the shelf, fitted and primed, step by step, and the treatment goes on with it; the punctures of the first head stay with
// it, and the second is the session's.
test('another needle head between two zones', async ({ page, ready }) => {
  const { station, clinic } = ready;
  const own = await prepareOwn(clinic, 12);
  await clinic.ask('ada', 'POST', '/heads', {
    head_type_id: 'HT-5',
    lot: 'H2031',
    sterile_until: '2070-12-31',
    running_number: 912,
  });
  await begin(clinic, own);
  await signIn(page, station, 'carla');
  await page.goto(`${station.url}/treat`);
  await primeByPage(page);
  await treatZone(page, 'forehead');
  const change = page.locator('[data-action="needle"]').getByRole('button');
  await expect(change).toBeEnabled();
  await change.click();
  const dialog = guided(page, 'Change the needle head');
  const forth = dialog.getByRole('button', { name: 'Next' });
  await expect(forth).toBeDisabled();
  await dialog.getByLabel('New head').first().click();
  await page.getByRole('option', { name: /^H2031-912 / }).click();
  await next(page);
  await expect(forth).toBeDisabled();
  await dialog.getByLabel('The device is off the skin, and nobody touches the trigger').check();
  await next(page);
  await expect(dialog).toContainText('fit H2031-912.');
  await expect(forth).toBeDisabled();
  await dialog.getByRole('button', { name: 'It is fitted' }).click();
  await expect(dialog.getByText('Recorded. Next: prime.')).toBeVisible();
  await next(page);
  await expect(dialog.getByText('Hold the device off the skin.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Prime now' }).click();
  await expect(dialog.getByText('Primed.', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  await treatZone(page, 'cheek.left');
  const [old, fitted] = await Promise.all([own.head, 'H2031-912'].map((id) => clinic.ask('carla', 'GET', `/heads/${id}`)));
  const { session_id, product } = await clinic.ask('carla', 'GET', '/station');
  expect(old.head.punctures).toBeGreaterThan(0);
  expect(fitted.head.session_id).toBe(session_id);
  expect(product.primed_nl).toBe(200_000);
});
