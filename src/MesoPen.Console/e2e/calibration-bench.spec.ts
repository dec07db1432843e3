import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Clinic, people, signIn } from './clinic';
import { look } from './desk';
import { violations } from './looks';
import { freePort, Station } from './station';

const dueOn = `${new Date().getFullYear() + 2}-12-31`;
const references = [
  ['TH-1', 'thermometer', 100, 200],
  ['BA-1', 'barometer', 10, 50],
  ['HY-1', 'hygrometer', 10, 30],
  ['G-1', 'gauge', 1_000, 3_000],
  ['M-1', 'pressure', 100, 1_000],
] as const;

test.use({ actionTimeout: 15_000 });

let station: Station;
let clinic: Clinic;

/** A clinic whose gun stands at the bench with these instruments and errors of its machine. */
async function atTheBench(...machine: string[]): Promise<void> {
  await station.startControlled('--operator', 'off', ...machine);
  await station.serve();
  clinic = await Clinic.begin(station, oneTime);
  await clinic.ask('enno', 'POST', '/station-devices', { address: station.gun, name: 'Gun of room 1' });
  for (const [reference_id, role, resolution, expanded] of references) await reference(reference_id, role, resolution, expanded);
}

function reference(reference_id: string, role: string, resolution: number, expanded: number): Promise<unknown> {
  return clinic.ask('enno', 'POST', '/references', {
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

let oneTime: string;
test.beforeEach(async () => {
  station = new Station();
  station.gunSetting = 'Station:Devices';
  oneTime = await station.init('ada');
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

/** Room and water, as the bench asks for them. */
async function roomRead(page: Page): Promise<void> {
  await page.getByLabel('Water (°C)').fill('20.1');
  await page.getByLabel('Air (°C)').fill('21.0');
  await page.getByLabel('Air pressure (hPa)').fill('1013.2');
  await page.getByLabel('Relative humidity (%)').fill('45');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page.locator('[data-wants="environment"]')).toBeHidden();
}

/** What a whole series says, beside its heading: points of it, or of the other series, may say something else. */
async function says(page: Page, series: 'as found' | 'as left', verdict: 'Pass' | 'Fail'): Promise<void> {
  const heading = page.getByRole('heading', { name: series, exact: true, level: 4 });
  await expect(heading.locator('..')).toContainText(verdict, { timeout: 30_000 });
}

/** The second person accepts what is proposed, the first goes on, and what is left passes. */
async function acceptAndGoOn(page: Page): Promise<void> {
  const run = page.url();
  await as(page, 'ada');
  await page.goto(run);
  await sign(page, 'ada', 'Accept the adjustment');
  await expect(page.getByText('Accepted by ada')).toBeVisible();
  await as(page, 'enno');
  await page.goto(run);
  await page.getByRole('button', { name: 'Go on' }).click();
  await tendUntil(page, 'Sign the readings');
  await says(page, 'as left', 'Pass');
}

/** Room and water, whenever the bench asks, until something else is shown. */
async function tendUntil(page: Page, text: string): Promise<void> {
  const done = page.getByText(text, { exact: true }).first();
  const asked = page.locator('[data-wants="environment"]');
  while (true) {
    await expect(done.or(asked).first()).toBeVisible({ timeout: 180_000 });
    if (await done.isVisible()) return;
    await roomRead(page);
  }
}

/** For whom it is, and how long it counts. */
async function terms(page: Page): Promise<void> {
  await page.getByLabel('Customer').fill('Test clinic');
  await page.getByLabel('Laboratory and place').fill('Room 2');
  await page.getByLabel('Condition in which it came').fill('No damage seen');
  await page.getByLabel('Months until it is due again').fill('12');
}

/** The first two steps: a dose of 20 µL with three weighings of two shots. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Add a point' }).click();
  const point = page.getByRole('group', { name: 'Point 1' });
  await point.getByLabel('Nominal (µL)').fill('abc');
  await expect(point.getByText(/^A number above 0/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'What the planner proposes' })).toBeHidden();
  await point.getByLabel('Nominal (µL)').fill('20');
  await point.getByLabel('Readings').fill('3');
  await point.getByLabel('Shots per weighing').fill('2');
  await terms(page);
  await page.getByLabel('Wait for the last drop (s)').fill('0.2');
  await page.getByLabel('Length of a blank (s)').fill('1');
}

/** A balance under the needle, on a TCP port: its address, and how the machine is told of it. */
async function balanceOf(...settings: string[]): Promise<{ address: string; machine: string[] }> {
  const port = await freePort();
  return {
    address: `tcp://127.0.0.1:${port}`,
    machine: [
      '--balance',
      'mt-sics',
      '--balance-tcp',
      `127.0.0.1:${port}`,
      '--balance-set',
      ['settle_ms=200', 'water_mc=20100', 'air_mc=21000', 'pressure_pa=101320', 'humidity_permille=450', ...settings].join(','),
    ],
  };
}

/** From the device to the first question of the bench. */
async function start(page: Page, balance: string): Promise<void> {
  await page.goto(`${station.url}/calibration/runs/_new`);
  await page.getByLabel('Device', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Address of the instrument').fill(balance);
  await page.getByRole('button', { name: 'Detect' }).click();
  await expect(page.getByText('An instrument', { exact: true })).toBeVisible({ timeout: 60_000 });
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
  test.setTimeout(400_000);
  const balance = await balanceOf();
  await atTheBench(...balance.machine);
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
  await start(page, balance.address);
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
  await page.getByLabel('Water (°C)').fill('200');
  await page.getByLabel('Air (°C)').fill('21');
  await page.getByLabel('Air pressure (hPa)').fill('1013.2');
  await page.getByLabel('Relative humidity (%)').fill('45');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page.locator('[data-problem="invalid"]')).toContainText("The water's temperature takes 1 to 45 °C.");
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
  const found = await page.getByRole('table', { name: 'Points, as found' }).getByRole('row').nth(1).textContent();
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
    const text = readFileSync((await download.path()) ?? '', 'utf8');
    expect(text).toContain(words);
    if (name.endsWith('(JSON)')) {
      // Page and certificate say the same, to the last digit.
      const figures = JSON.parse(text).certificate.figures as { id: string; value: string; unit: string }[];
      const stated = await page.getByRole('table', { name: 'Points' }).getByRole('row').nth(1).textContent();
      for (const what of ['mean', 'expanded']) {
        const figure = figures.find((each) => each.id === `as-found.point-1.${what}`);
        expect(found).toContain(`${figure?.value}\u00a0${figure?.unit}`);
        expect(stated).toContain(`${figure?.value}\u00a0${figure?.unit}`);
      }
    }
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
  await expect(page.getByText(/days? left/)).toBeHidden();
});

// Aim: a gun whose plunger delivers 4.2 % too much is not adjusted by who measures it, is adjusted by another's word, and is measured again.
test('an adjustment needs its second person', async ({ page }) => {
  test.setTimeout(400_000);
  const balance = await balanceOf();
  await atTheBench(...balance.machine, '--plant-error', 'plunger_ppm=42000');
  await reference('B-1', 'balance', 10_000, 40_000);
  await as(page, 'enno');
  await start(page, balance.address);
  await begun(page);
  await tendUntil(page, 'Waits for a second person');
  await says(page, 'as found', 'Fail');
  await expect(page.getByText(/Another person than enno, who measures/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept the adjustment' })).toBeHidden();
  await clean(page, 'bench-proposed');

  await acceptAndGoOn(page);
  await look(page, 'bench-as-left');
});

// Aim: depth by a gauge on its line: play between carriage and needle is found, adjusted by a second person's word, and the needle is right as left.
test('depth, with play in the needle', async ({ page }) => {
  test.setTimeout(400_000);
  const gauge = `${station.folder}/gauge`;
  await atTheBench('--plant-error', 'needle_backlash_um=60', '--gauge', 'mahr', '--gauge-pty', gauge);
  await as(page, 'enno');
  await page.goto(`${station.url}/calibration/runs/_new`);
  await page.getByRole('radio', { name: 'Depth' }).check();
  await page.getByLabel('Device', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Address of the instrument').fill(`serial:${gauge}?protocol=mahr`);
  await page.getByRole('checkbox', { name: /Gauge/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  for (const [index, nominal] of ['1000', '3000'].entries()) {
    await page.getByRole('button', { name: 'Add a point' }).click();
    const point = page.getByRole('group', { name: `Point ${index + 1}` });
    await point.getByLabel('Nominal (µm)').fill(nominal);
    await point.getByLabel('Readings').fill('3');
  }
  await terms(page);
  await page.getByLabel(/^Needles to gauge/).fill('1');
  await clean(page, 'depth-prepare');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page).toHaveURL(/runs\/(?!_new)/);
  await tendUntil(page, 'Waits for a second person');
  await says(page, 'as found', 'Fail');
  await clean(page, 'depth-proposed');

  await acceptAndGoOn(page);
  await clean(page, 'depth-as-left');
});

// Aim: the pressure at which the device finds its way out closed, with a manometer that a person reads; its tolerance is stated, with whose it is, or nothing begins.
test('occlusion, with a manometer that is read', async ({ page }) => {
  test.setTimeout(400_000);
  await atTheBench();
  await as(page, 'enno');
  await page.goto(`${station.url}/calibration/runs/_new`);
  await page.getByRole('radio', { name: 'Occlusion' }).check();
  await page.getByLabel('Device', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('checkbox', { name: /Manometer/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await terms(page);
  const begin = page.getByRole('button', { name: 'Begin', exact: true });
  await begin.click();
  await expect(page.getByText(/^No profile states a tolerance/)).toBeVisible();
  const point = page.getByRole('group', { name: 'Point 1' });
  await point.getByLabel('Tolerance (kPa)').fill('120');
  await point.getByLabel('Source of the tolerance').fill('Maker’s service manual, an example');
  await clean(page, 'occlusion-prepare');
  await begin.click();
  await expect(page).toHaveURL(/runs\/(?!_new)/);
  const question = page.locator('[data-wants]');
  const ended = page.getByRole('button', { name: 'Sign the readings' });
  for (let asked = 0; asked < 20 && !(await ended.isVisible()); asked++) {
    await expect(question.or(ended).first()).toBeVisible({ timeout: 60_000 });
    if (await ended.isVisible()) break;
    const wants = await question.getAttribute('data-wants');
    if (wants === 'environment') await roomRead(page);
    else {
      if (wants === 'pressure-pa') await question.getByRole('textbox').fill('1203');
      else if (await question.getByText('close the way out').isVisible())
        await station.order({ do: 'fault', spec: 'occlusion@now' });
      else if (await question.getByText('Open the way out').isVisible()) await station.order({ do: 'end', name: 'occlusion' });
      const answered = page.waitForResponse((response) => response.url().endsWith('/answer'));
      await question.getByRole('button').click();
      expect((await answered).ok()).toBe(true);
    }
  }
  await expect(ended).toBeVisible();
  await clean(page, 'occlusion-ended');
});
