import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Balance } from './balance';
import { Clinic, people, signIn } from './clinic';
import { look } from './desk';
import { violations } from './looks';
import { Station } from './station';

const dueOn = '2070-12-31';
const references = [
  ['TH-1', 'thermometer', 100, 200],
  ['BA-1', 'barometer', 10, 50],
  ['HY-1', 'hygrometer', 10, 30],
] as const;

test.use({ actionTimeout: 15_000 });

let station: Station;
let clinic: Clinic;
test.beforeEach(async () => {
  station = new Station();
  station.gunSetting = 'Station:Devices';
  const oneTime = await station.init('ada');
  await station.startDevice('--operator', 'off');
  await station.serve();
  clinic = await Clinic.begin(station, oneTime);
  await clinic.ask('enno', 'POST', '/station-devices', { address: station.gun, name: 'Gun of room 1' });
  for (const [reference_id, role, resolution, expanded] of references) {
    await clinic.ask('enno', 'POST', '/references', {
      reference_id,
      role,
      model: 'Example',
      serial: reference_id,
      certificate: `Z-${reference_id}`,
      due_day: dueOn,
      resolution,
      expanded,
      coverage: 2_000,
      drift_per_year: 0,
    });
  }
});
test.afterEach(() => station.dispose());

/** Nothing keeps people from using the page as it stands, in either scheme. */
async function clean(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations(page), `${name}, ${scheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await look(page, name);
}

/** Another person at the same page. */
async function as(page: Page, who: 'ada' | 'enno'): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, station, who);
}

async function sign(page: Page, who: 'ada' | 'enno', button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('textbox', { name: /^Password/ }).fill(people[who].password);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
}

/** Room and water, whenever the bench asks, until something else is shown. */
async function tendUntil(page: Page, text: string): Promise<void> {
  const done = page.getByText(text, { exact: true }).first();
  const asked = page.locator('[data-wants="environment"]');
  while (true) {
    await expect(done.or(asked).first()).toBeVisible({ timeout: 90_000 });
    if (await done.isVisible()) return;
    await page.getByLabel('Water (°C)').fill('20.1');
    await page.getByLabel('Air (°C)').fill('21.0');
    await page.getByLabel('Air pressure (hPa)').fill('1013.2');
    await page.getByLabel('Relative humidity (%)').fill('45');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await expect(asked).toBeHidden();
  }
}

/** The first two steps: a dose of 20 µL with three weighings of two shots. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Add a point' }).click();
  const point = page.getByRole('group', { name: 'Point 1' });
  await point.getByLabel('Nominal (µL)').fill('20');
  await point.getByLabel('Readings').fill('3');
  await point.getByLabel('Shots per weighing').fill('2');
  await page.getByLabel('Customer').fill('Test clinic');
  await page.getByLabel('Laboratory and place').fill('Room 2');
  await page.getByLabel('Condition in which it came').fill('No damage seen');
  await page.getByLabel('Months until it is due again').fill('12');
  await page.getByLabel('Wait for the last drop (s)').fill('0.2');
  await page.getByLabel('Length of a blank (s)').fill('1');
}

/** A balance that weighs what the plant let out, times a factor: a planted error of the gun. */
function weighs(factor: number): Promise<Balance> {
  return Balance.at(() => {
    const out = station
      .truth()
      .reduce((sum, each) => sum + Number(each.prime_nl ?? 0) + Number(each.volume_nl ?? 0) + Number(each.drip_nl ?? 0), 0);
    return Math.round((50_000 + (out / 1_000) * 0.9971 * factor) * 100) / 100;
  });
}

/** From the device to the first question of the bench. */
async function start(page: Page, balance: Balance): Promise<void> {
  await page.goto(`${station.url}/calibration/runs/_new`);
  await page.getByLabel('Device', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Address of the instrument').fill(balance.address);
  await page.getByRole('button', { name: 'Detect' }).click();
  await expect(page.getByText('An instrument', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('Address of the instrument')).toHaveValue(/protocol=mt-sics/);
  for (const name of ['Balance', 'Thermometer', 'Barometer', 'Hygrometer'])
    await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await begin(page);
  await expect(page.getByText(/Source: device profile gun-5/)).toBeVisible();
}

/** The bench has its device, and asks for room and water. */
async function begun(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.locator('[data-wants="environment"]')).toBeVisible({ timeout: 30_000 });
}

// Aim: from an empty shelf to a certificate and its end by the pages alone, and no step that needs a second person goes without.
test('volume, from the references to a certificate and its end', async ({ page }) => {
  test.setTimeout(300_000);
  const balance = await weighs(1);
  try {
    await as(page, 'enno');
    await page.goto(`${station.url}/calibration/references`);
    await page.getByRole('button', { name: 'Add a reference' }).click();
    await page.getByRole('textbox', { name: /^Id\b/ }).fill('B-1');
    await page.getByLabel('Maker and model').fill('Example 220 g');
    await page.getByLabel('Serial number').fill('B0001');
    await page.getByLabel('Its certificate').fill('Z-B-1');
    await page.getByLabel('Last day of that').fill(dueOn);
    await page.getByLabel('Resolution (mg)').fill('0.01');
    await page.getByLabel('Expanded uncertainty (mg)').fill('0.04');
    await clean(page, 'bench-reference');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('[data-id="B-1"]')).toContainText('0.01\u00a0mg');
    await start(page, balance);
    await clean(page, 'bench-prepare');
    await page.getByRole('button', { name: 'Back' }).click();
    await page
      .getByText(/^All that was said/)
      .or(page.getByRole('button', { name: 'Detect' }))
      .first()
      .waitFor();
    await clean(page, 'bench-need');
    await page.getByRole('button', { name: 'Next' }).click();
    await begun(page);
    await clean(page, 'bench-asked');
    const run = page.url();
    await tendUntil(page, 'Sign the readings');
    await expect(
      page
        .getByLabel('Weight')
        .or(page.getByText('Pass', { exact: true }))
        .first(),
    ).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('img', { name: /20.µL: 3 readings/ })).toBeVisible();
    await expect(page.getByText('Pass', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    await clean(page, 'bench-ended');
    await sign(page, 'enno', 'Sign the readings');
    await expect(page.getByText('Another person than enno has to authorise the certificate.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Authorise the certificate' })).toBeHidden();

    await as(page, 'ada');
    await page.goto(run);
    await sign(page, 'ada', 'Authorise the certificate');
    await page.getByRole('link', { name: /^Certificate C-/ }).click();
    await expect(page.getByRole('heading', { name: /^Certificate C-/ })).toBeVisible();
    await clean(page, 'bench-certificate');
    for (const [name, words] of [
      ['To print (HTML)', '<html'],
      ['Readings (CSV)', 'before_ng'],
      ['DCC (XML)', 'digitalCalibrationCertificate'],
      ['Signed record (JSON)', 'mesopen-calibration-certificate-1'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      expect(readFileSync((await download.path()) ?? '', 'utf8')).toContain(words);
    }

    await page.goto(`${station.url}/calibration`);
    await expect(page.locator('[data-kind="volume"]')).toContainText('In force');
    await clean(page, 'bench-state');
    await page.getByRole('link', { name: /^C-/ }).click();
    await page.getByRole('button', { name: 'Revoke the certificate' }).click();
    await page.getByLabel('Reason').fill('The balance was found to be wrong');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke the certificate' }).click();
    await page.getByRole('textbox', { name: /^Password/ }).fill(people.ada.password);
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(page.getByText(/Revoked by ada/)).toBeVisible();
    await page.goto(`${station.url}/calibration`);
    await expect(page.locator('[data-kind="volume"]')).toContainText('Revoked');
    await expect(page.getByText('Arming is refused by its certificate')).toBeVisible();
  } finally {
    await balance.close();
  }
});

// Aim: a gun that delivers 4.2 % too much is not adjusted by who measures it, is adjusted by another's word, and is measured again.
test('an adjustment needs its second person', async ({ page }) => {
  test.setTimeout(240_000);
  await clinic.ask('enno', 'POST', '/references', {
    reference_id: 'B-1',
    role: 'balance',
    model: 'Example 220 g',
    serial: 'B0001',
    certificate: 'Z-B-1',
    due_day: dueOn,
    resolution: 10_000,
    expanded: 40_000,
    coverage: 2_000,
    drift_per_year: 0,
  });
  const balance = await weighs(1.042);
  try {
    await as(page, 'enno');
    await start(page, balance);
    await begun(page);
    const run = page.url();
    await tendUntil(page, 'Waits for a second person');
    await expect(page.getByText('Fail', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/Another person than enno, who measures/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Accept the adjustment' })).toBeHidden();
    await clean(page, 'bench-proposed');

    await as(page, 'ada');
    await page.goto(run);
    await sign(page, 'ada', 'Accept the adjustment');
    await expect(page.getByText('Accepted by ada')).toBeVisible();

    await as(page, 'enno');
    await page.goto(run);
    await page.getByRole('button', { name: 'Go on' }).click();
    await tendUntil(page, 'Sign the readings');
    await expect(page.getByRole('heading', { name: 'as left' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Pass', { exact: true }).first()).toBeVisible();
    await look(page, 'bench-as-left');
  } finally {
    await balance.close();
  }
});
