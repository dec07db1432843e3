import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './looks';
import { Station } from './station';

const password = 'seven quiet herons';

/** A station whose clinic was just begun, empty; the page is signed in and stands before its devices. */
async function begun(page: Page, station: Station, roles: string[] = ['administrator', 'clinician']): Promise<void> {
  await station.serve();
  await expect.poll(() => station.said()).toMatch(/Setup code:\s+\S+/);
  const code = /Setup code:\s+(\S+)/.exec(station.said())?.[1];
  const answer = await page.request.post(`${station.url}/api/v1/setup`, {
    data: { code, site_name: 'Skin Clinic', person_id: 'nadia', name: 'Nadia', password, roles },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await page.goto(`${station.url}/devices`);
  await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible({ timeout: 60_000 });
}

async function clean(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

let station: Station;
test.beforeEach(() => {
  station = new Station();
});
test.afterEach(() => station.dispose());

// Aim: who has no device is told what to look at; an address where nothing answers says why, and cannot be saved.
test('nothing is there, and the page helps', async ({ page }) => {
  station.gunSetting = null;
  await begun(page, station);
  await expect(page.getByText('No device is saved yet.')).toBeVisible();
  await expect(page.getByText('Run mesopen doctor in a terminal')).toBeVisible();
  await page.getByRole('textbox', { name: 'Address' }).fill(join(station.folder, 'no-gun'));
  await page.getByRole('region', { name: 'Address by hand' }).getByRole('button', { name: 'Test' }).click();
  const tried = page.getByRole('article', { name: /no-gun/ });
  await expect(tried.getByText('Cannot be opened')).toBeVisible();
  await expect(tried.getByRole('button', { name: /^Save/ })).toBeHidden();
  await clean(page);
});

// Aim: a gun is saved only after its test, is kept over a reload, and goes away only after a question that Escape leaves.
test('a gun is tested, saved and removed, by keyboard', async ({ page }) => {
  station.gunSetting = 'Station:Devices';
  await station.startDevice();
  await begun(page, station);
  const gun = page.getByRole('region', { name: 'Found on this computer' }).getByRole('article', { name: /gun-5/ });
  await gun.getByRole('button', { name: /^Test/ }).focus();
  await page.keyboard.press('Enter');
  await expect(gun.getByText('It answers and can be used.')).toBeVisible();
  await gun.getByRole('button', { name: /^Save/ }).focus();
  await page.keyboard.press('Enter');
  await expect(gun.getByText('Saved. This station can treat with it.')).toBeVisible();
  await page.reload();
  const saved = page.getByRole('region', { name: 'Devices of this station' }).getByRole('article');
  await expect(saved).toHaveCount(1);
  await expect(saved.getByText('Simulated')).toBeVisible();
  await saved.getByRole('button', { name: /^Remove/ }).focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Remove this device?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await clean(page);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(saved).toHaveCount(1);
  await saved.getByRole('button', { name: /^Remove/ }).click();
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No device is saved yet.')).toBeVisible();
});

// Aim: an example clinic does not take a device that does not say that it is simulated; a real clinic does.
test('an example clinic refuses what is not simulated', async ({ page }) => {
  station.gunSetting = 'Station:Devices';
  await station.startDevice('--deny-simulated');
  await station.serve();
  await expect.poll(() => station.said()).toMatch(/Setup code:\s+\S+/);
  const code = /Setup code:\s+(\S+)/.exec(station.said())?.[1];
  await page.request.post(`${station.url}/api/v1/setup`, {
    data: {
      code,
      site_name: 'Skin Clinic',
      person_id: 'nadia',
      name: 'Nadia',
      password,
      roles: ['administrator', 'clinician'],
      example: true,
    },
  });
  await page.goto(`${station.url}/devices`);
  const gun = page.getByRole('article', { name: /gun-5/ });
  await gun.getByRole('button', { name: /^Test/ }).click({ timeout: 60_000 });
  await gun.getByRole('button', { name: /^Save/ }).click();
  await expect(gun.getByRole('alert').and(page.locator('[data-problem="example-clinic"]'))).toBeVisible();
  await expect(page.getByText('No device is saved yet.')).toBeVisible();
});
