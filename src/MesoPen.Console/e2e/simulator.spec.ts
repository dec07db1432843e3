import { test as base, expect as baseExpect } from '@playwright/test';
import { Clinic, signIn } from './clinic';
import { violations } from './looks';
import { rooms } from './pages';
import { freePort, Station } from './station';

/** `sim`: a clinic whose gun takes orders beside its line. */
const test = base.extend<object, { sim: { station: Station; clinic: Clinic; port: number } }>({
  sim: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter.
    async ({}, use) => {
      const station = new Station();
      try {
        const oneTime = await station.init('ada');
        const port = await freePort();
        await station.startDevice('--control', String(port));
        await station.serve('--set', `Station:Simulator=127.0.0.1:${port}`);
        const clinic = await Clinic.begin(station, oneTime);
        await clinic.ready();
        await use({ station, clinic, port });
      } finally {
        await station.dispose();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
// Each wait is for something that a healthy machine shows in a second: only a hang fails by it.
const expect = baseExpect.configure({ timeout: 60_000 });
test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** Opens a session if none is open, so that each test can run without the one before it. */
async function opened(clinic: Clinic): Promise<void> {
  const { session_id } = await clinic.ask('carla', 'GET', '/station');
  if (!session_id) await clinic.open();
}

const banner = 'Simulated device: no patient. Nothing here is a treatment.';

// Aim: without a device that says so, there is neither banner nor control, and the host refuses what a page might ask.
test('nothing of it is there before a simulated device is connected', async ({ page, sim }) => {
  await signIn(page, sim.station, 'enno');
  await expect(page.getByRole('link', { name: 'Simulator' })).toHaveCount(0);
  await page.goto(`${sim.station.url}/simulator`);
  await expect(page.getByRole('heading', { level: 1, name: 'Simulator' })).toBeVisible();
  await expect(page.getByText('No simulated device is connected')).toBeVisible();
  await expect(page.getByTestId('simulated')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Begin/ })).toHaveCount(0);
  await expect(sim.clinic.ask('enno', 'POST', '/simulator/faults', { spec: 'occlusion' })).rejects.toThrow(/404.*no-simulator/);
});

// Aim: whatever room is looked at, on screen and on paper, it says that there is no patient.
test('every room says that the device is simulated', async ({ page, sim }) => {
  test.setTimeout(180_000);
  await opened(sim.clinic);
  await signIn(page, sim.station, 'enno');
  for (const { name, path } of rooms) {
    await page.goto(sim.station.url + path);
    await expect(page.getByTestId('simulated'), name).toContainText(banner);
    await page.mouse.wheel(0, 4000);
    await expect(page.getByTestId('simulated'), name).toBeInViewport();
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('simulated')).toBeVisible();
});

// Aim: a fault that is begun here goes all the way: into the machine, over the wire, and back as the host's own sentence.
test('an occlusion begun on the page stops the treatment, and the machine shows why', async ({ page, sim }) => {
  test.setTimeout(180_000);
  await opened(sim.clinic);
  await signIn(page, sim.station, 'enno');
  await page.goto(`${sim.station.url}/simulator`);
  await expect(page.getByTestId('plant-state')).toHaveText(/idle|moving/);
  await sim.clinic.prepare();
  await page.getByText('60 s', { exact: true }).click();
  await page.getByRole('button', { name: 'Begin occlusion', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Faults under way' })).toContainText('occlusion@now,for=60s');
  // A lease that lapsed on a busy computer pauses the zone: it is armed again.
  for (let state = ''; state !== 'Faulted'; ) {
    await sim.clinic.ask('carla', 'POST', '/station/arm', { zone: 'forehead' });
    ({ state } = await sim.clinic.until(({ state }) => ['Faulted', 'Paused', 'Ready'].includes(state)));
  }

  await expect(page.getByTestId('host-fault')).toContainText('The line is blocked');
  await expect(page.getByTestId('plant-state')).toHaveText('fault');
  expect(sim.station.truth().some((line) => line.event === 'fault:occlusion')).toBe(true);

  await page.getByRole('button', { name: 'End all' }).click();
  await expect(page.getByRole('region', { name: 'Faults under way' })).toContainText('None: the machine is sound.');
});

// Aim: who treats in Turkish reads the alarm, its remedy, why nothing else can be done and the record's lines in Turkish.
test('the alarm of an occlusion, its remedy and the record are told in the language of the page', async ({ page, sim }) => {
  test.setTimeout(180_000);
  await opened(sim.clinic);
  let { state } = await sim.clinic.ask('carla', 'GET', '/station');
  if (state !== 'Faulted') {
    await sim.clinic.prepare();
    await sim.clinic.ask('enno', 'POST', '/simulator/faults', { spec: 'occlusion@now,for=60s' });
  }
  while (state !== 'Faulted') {
    await sim.clinic.ask('carla', 'POST', '/station/arm', { zone: 'forehead' });
    ({ state } = await sim.clinic.until(({ state }) => ['Faulted', 'Paused', 'Ready'].includes(state)));
  }

  await signIn(page, sim.station, 'carla');
  await page.evaluate(() => localStorage.setItem('language', 'tr'));
  await page.goto(`${sim.station.url}/treat`);
  const alarm = page.locator('[data-alarm="fault-10"]');
  await expect(alarm).toContainText('Hat tıkalı: basıncı cihazın sınırını aştı.');
  await expect(alarm).toContainText('İğne başlığını çıkarın, gazlı beze boşaltın, yeni bir başlık takın.');
  await expect(alarm.locator('[lang="en"]')).toHaveCount(0);
  await expect(page.locator('[data-action="pause"]')).toContainText('Kurulu bölge yok: kilitli bir arıza var.');
  await expect(page.locator('.actions [lang="en"]')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  const { session_id } = await sim.clinic.ask('carla', 'GET', '/station');
  await page.goto(`${sim.station.url}/records/${session_id}`);
  const timeline = page.getByTestId('timeline');
  await expect(timeline).toContainText('Hat tıkalı: basıncı cihazın sınırını aştı.');
  await expect(timeline).toContainText('Alın kuruldu.');
  await expect(timeline).not.toContainText('forehead');
  await expect(timeline.locator('[lang="en"]')).toHaveCount(0);
  await page.evaluate(() => localStorage.setItem('language', 'en'));
});

// Aim: the hand on the page is the hand on the device, and what it does is what the machine does.
test('skin, trigger and cartridge follow the page', async ({ page, sim }) => {
  await opened(sim.clinic);
  await signIn(page, sim.station, 'enno');
  await page.goto(`${sim.station.url}/simulator`);
  const skin = page.getByRole('switch', { name: 'On the skin' });
  await expect(page.getByText('The simulated operator works by the lamp.')).toBeVisible();
  await skin.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('You hold the device.')).toBeVisible();
  await expect(skin).toBeChecked();
  await skin.press('Space');
  await expect(skin).not.toBeChecked();
  await page.getByRole('button', { name: 'Put a full cartridge in' }).click();
  await expect(page.getByTestId('plant-remaining')).toHaveText('5\u00a0mL');
  await page.getByRole('button', { name: 'Give it back to the operator' }).click();
  await expect(page.getByText('The simulated operator works by the lamp.')).toBeVisible();
});

// Aim: a value that the fault does not take cannot be sent, and one that the simulator refuses is refused in its own words.
test('a value outside of its range is not sent', async ({ page, sim }) => {
  await opened(sim.clinic);
  await signIn(page, sim.station, 'enno');
  await page.goto(`${sim.station.url}/simulator`);
  await page.getByLabel('Value of leak').fill('1001');
  await expect(page.getByRole('button', { name: 'Begin leak', exact: true })).toBeDisabled();
  await expect(page.getByText('Not within the range')).toBeVisible();
  await expect(sim.clinic.ask('enno', 'POST', '/simulator/faults', { spec: 'leak=1001@now' })).rejects.toThrow(/422.*1 to 1000/);
  await expect(sim.clinic.ask('enno', 'POST', '/simulator/faults', { spec: 'host.kill' })).rejects.toThrow(
    /422.*simulator-refused/,
  );
});

// Aim: WCAG 2.2 A and AA hold while everything is on the page, in light and dark.
test('axe finds nothing on the page with its controls', async ({ page, sim }) => {
  await opened(sim.clinic);
  await signIn(page, sim.station, 'enno');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${sim.station.url}/simulator`);
    await expect(page.getByTestId('plant-tip')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});

// Aim: a device that does not say that it is simulated gets neither banner nor controls, however it came to be.
test('of a device that does not say so nothing is there', async ({ page, sim }) => {
  test.setTimeout(180_000);
  await opened(sim.clinic);
  await sim.station.stopHost();
  await sim.station.stopDevice();
  await sim.station.startDevice('--control', String(sim.port), '--deny-simulated');
  await sim.station.serve('--set', `Station:Simulator=127.0.0.1:${sim.port}`);
  await signIn(page, sim.station, 'enno');
  await page.goto(`${sim.station.url}/simulator`);
  await expect
    .poll(async () => (await sim.clinic.ask('enno', 'GET', '/station')).device?.serial, { timeout: 20_000 })
    .toBe('SIM-0001');
  await expect(page.getByText('No simulated device is connected')).toBeVisible();
  await expect(page.getByTestId('simulated')).toHaveCount(0);
  await expect(sim.clinic.ask('enno', 'GET', '/simulator')).rejects.toThrow(/404.*does not say that it is simulated/);
});
