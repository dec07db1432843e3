import { expect, type Page, test } from '@playwright/test';
import { violations } from './looks';
import { Station } from './station';

const password = 'seven quiet herons';
let station: Station;

test.beforeEach(async () => {
  station = new Station();
  station.gunSetting = 'Station:Devices';
  await station.startDevice();
  await station.serve();
  await expect.poll(() => code()).not.toBe('');
});

test.afterEach(() => station.dispose());

/** The setup code that was printed last. */
function code(): string {
  return [...station.said().matchAll(/Setup code:\s+(\S+)/g)].at(-1)?.[1] ?? '';
}

async function fill(page: Page, setupCode: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Setup code' }).fill(setupCode);
  await page.getByLabel('Name of the clinic').fill('Skin Clinic');
  await page.getByLabel('Your name').fill('Nadia Newcomer');
  await page.getByLabel('Sign-in name').fill('nadia');
  await page.getByRole('textbox', { name: /^Password/ }).fill(password);
}

async function clean(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

// Aim: from an empty data folder to a clinic whose plan can be treated, by the pages alone: code, account, example, device found, tested, saved.
test('first run to a saved device and an example clinic that can be treated', async ({ page }) => {
  expect(station.said()).toContain('No device is needed');
  expect(station.said()).toContain(station.data);
  await page.goto(station.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to MesoPen');
  await expect(page.getByText('No device is needed')).toBeVisible();
  await clean(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByLabel('Setup code')).toBeFocused();
  await expect(page.getByText('Volumes are in µL and mL')).toBeVisible();
  await clean(page);
  await fill(page, code().toLowerCase().replace('-', ' '));
  await page.getByRole('button', { name: 'Begin' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
  await expect(page.getByText('Example clinic: everything here is made up.')).toBeVisible();
  const gun = page.getByRole('article', { name: /gun-5/ });
  await expect(gun.getByText('Usable')).toBeVisible();
  await expect(gun.getByRole('button', { name: /^Save/ })).toBeHidden();
  await gun.getByRole('button', { name: /^Test/ }).click();
  await expect(gun.getByText('It answers and can be used.')).toBeVisible();
  await clean(page);
  await gun.getByRole('button', { name: /^Save/ }).click();
  await expect(gun.getByText('Saved. This station can treat with it.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Next: treat' })).toBeVisible();

  // The plan of the example stands at every gate, on the saved device: a session opens.
  const { anti_forgery } = await (await page.request.get(`${station.url}/api/v1/session`)).json();
  const opened = await page.request.post(`${station.url}/api/v1/sessions`, {
    headers: { 'Anti-Forgery': anti_forgery },
    data: {
      patient_id: 'DEMO',
      plan_id: 'DEMO-FACE',
      plan_version: 1,
      vial_id: 'EXAMPLE-V1',
      head_id: 'EXAMPLE-H-1',
      loaded_nl: 2_200_000,
    },
  });
  expect(opened.status(), await opened.text()).toBe(201);
  await expect(async () => {
    const seen = await (await page.request.get(`${station.url}/api/v1/station?look`)).json();
    expect(seen.device?.self_tested).toBe(true);
    expect(seen.gates.length).toBeGreaterThan(5);
    expect(seen.gates.filter((gate: { stands: boolean }) => !gate.stands)).toEqual([]);
  }).toPass({ timeout: 20_000 });

  // While it treats, the page leaves the port alone and says so.
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText("in use by this station's own treatment")).toBeVisible();
});

// Aim: who has not read the terminal begins nothing, is told so beside the field, and loses nothing that was typed; five wrong codes make another.
test('a wrong code begins nothing', async ({ page }) => {
  const first = code();
  await page.goto(station.url);
  await page.getByRole('button', { name: 'English' }).click();
  await fill(page, 'WRONG-99');
  for (let tries = 0; tries < 5; tries++) {
    const answer = page.waitForResponse(
      (response) => response.url().endsWith('/setup') && response.request().method() === 'POST',
    );
    await page.getByRole('button', { name: 'Begin' }).click();
    expect((await answer).status()).toBe(403);
    await expect(page.getByRole('alert')).toHaveAttribute('data-problem', 'setup-code-wrong');
  }
  await expect(page.getByLabel('Your name')).toHaveValue('Nadia Newcomer');
  await expect.poll(() => code()).not.toBe(first);
  await page.getByRole('textbox', { name: 'Setup code' }).fill(first);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('alert')).toHaveAttribute('data-problem', 'setup-code-wrong');
  await page.getByRole('textbox', { name: 'Setup code' }).fill(code());
  await page.getByRole('radio', { name: /^Empty clinic/ }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
  await expect(page.getByText('Example clinic:')).toBeHidden();
});

// Aim: two people with the code at two browsers: one begins the clinic, the other is told and led to the sign-in.
test('a second browser during setup', async ({ page, browser }) => {
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  for (const each of [page, other]) {
    await each.goto(station.url);
    await each.getByRole('button', { name: 'English' }).click();
    await fill(each, code());
  }
  await Promise.all([page, other].map((each) => each.getByRole('button', { name: 'Begin' }).click()));
  const begun = (each: Page) => each.getByRole('heading', { level: 1, name: 'Devices' });
  const refused = (each: Page) => each.getByText('Somebody else has begun this clinic meanwhile.');
  await expect(begun(page).or(refused(page))).toBeVisible();
  await expect(begun(other).or(refused(other))).toBeVisible();
  const winners = [await begun(page).isVisible(), await begun(other).isVisible()];
  expect(winners.filter((won) => won)).toHaveLength(1);
  const late = winners[0] ? other : page;
  await late.getByRole('button', { name: 'To the sign-in' }).click();
  await expect(late.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

// Aim: the first run needs no mouse and no touch, in another language too.
test('by keyboard alone, in Turkish', async ({ page }) => {
  await page.goto(station.url);
  await expect(page.getByRole('button', { name: 'Türkçe' })).toBeVisible();
  const press = async (until: () => Promise<boolean>) => {
    for (let tries = 0; tries < 40 && !(await until()); tries++) await page.keyboard.press('Tab');
    expect(await until()).toBe(true);
  };
  const focused = (name: string) => async () =>
    page.evaluate((text) => (document.activeElement as HTMLElement | null)?.textContent === text, name);
  await press(focused('Türkçe'));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kurulum kodu')).toBeFocused();
  for (const typed of [code(), 'Cilt Kliniği', 'Nadia Yeni', 'nadia', password]) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await press(focused('Başlat'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Cihazlar' })).toBeVisible();
});
