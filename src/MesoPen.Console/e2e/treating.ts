import type { Page } from '@playwright/test';
import { type Clinic, threeZones } from './clinic';
import { expect } from './fixtures';

/** The stop bar, and what it says. */
export const stopButton = (page: Page) => page.getByRole('button', { name: 'STOP' });
export const stopText = (page: Page) => page.locator('#stop-text');

/** Chooses vial, head and volume for a patient's plan, and opens the session. */
export async function openByPage(page: Page, url: string, patient = 'P-0001', plan = 'PL-1', head = 'H2031-1'): Promise<void> {
  await page.goto(`${url}/treat?patient=${patient}&plan=${plan}`);
  await page.getByLabel('Vial or mixture').first().click();
  await page.getByRole('option', { name: /V-1/ }).click();
  await page.getByLabel('Needle head').first().click();
  await page.getByRole('option', { name: new RegExp(`^${head} `) }).click();
  await page.getByLabel(/Loaded into the cartridge/).fill('1');
  await page.getByRole('button', { name: 'Open the session' }).click();
}

/** Goes through the guided prime. */
export async function primeByPage(page: Page): Promise<void> {
  await page.getByTestId('prime-next').click();
  const dialog = page.getByRole('dialog', { name: 'Prime the line' });
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('button', { name: 'Prime now' }).click();
  await expect(dialog.getByText('Primed.', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
}

/** Presses the button that arms and holds it until the zone is armed; goes on where it was left, if it was. */
export async function arm(page: Page): Promise<void> {
  const goOn = page.getByRole('button', { name: 'Go on…' });
  const hold = page.locator('.hold-button');
  await expect(goOn.or(hold).first()).toBeEnabled();
  if (await goOn.isVisible()) await goOn.click();
  await expect(hold).toBeEnabled();
  await hold.hover();
  await page.mouse.down();
  await expect(page.locator('.zone[data-armed="true"]')).toBeVisible();
  await page.mouse.up();
}

/** Arms, and again whenever the permit ended before the zone did: on a busy machine a lease may lapse, and nobody but a person goes on. */
export async function treatZone(page: Page, zone: string): Promise<void> {
  const line = page.locator(`.zone-choice[data-zone="${zone}"]`);
  await expect(async () => {
    if (!((await line.textContent()) ?? '').includes('Done')) {
      if (!(await page.locator('.zone[data-armed="true"]').isVisible())) await arm(page);
      await expect(line).toContainText('Done', { timeout: 10_000 });
    }
  }).toPass({ timeout: 60_000 });
}

/** Closes the session with a word on aftercare. */
export async function closeByPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the session' }).click();
  const dialog = page.getByRole('dialog', { name: 'Close the session?' });
  await dialog.getByLabel('Aftercare').fill('Cool, no sun for two days.');
  await dialog.getByRole('button', { name: 'Close the session' }).click();
  await expect(page.getByRole('link', { name: 'Open the record' })).toBeVisible();
}

/** A patient of its own with plan, consent and a fresh head: a series is not due twice on a day, and a head is for one session. */
export async function prepare(
  clinic: Clinic,
  number: number,
  { protocol = 'PR-1', points }: { protocol?: string; points?: number } = {},
): Promise<{ patient: string; plan: string; head: string }> {
  const [patient, plan] = [`P-9${number}`, `PL-9${number}`];
  await clinic.patient(patient, 'XY');
  await clinic.ask('carla', 'POST', '/plans', {
    plan_id: plan,
    patient_id: patient,
    title: 'Face',
    protocol_id: protocol,
    starts_on: new Date().toISOString().slice(0, 10),
    ...(points === undefined ? {} : { content: threeZones(points) }),
  });
  await clinic.consent(patient, plan);
  await clinic.ask('ada', 'POST', '/heads', {
    head_type_id: 'HT-5',
    lot: 'H2031',
    sterile_until: '2070-12-31',
    running_number: number,
  });
  return { patient, plan, head: `H2031-${number}` };
}

/** Looks, says why, and releases: the two steps after a stop. */
export async function release(page: Page): Promise<void> {
  const latched = page.getByTestId('latched');
  await latched.getByLabel('I have looked at the patient and the device').check();
  await latched.getByLabel('Why it may go on').fill('A drill: nothing is wrong');
  await latched.getByRole('button', { name: 'Acknowledge' }).click();
  await latched.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(latched).toBeHidden();
}

/** A treatment that has everything of its own, so that nothing of it that is spoiled spoils another's. */
export interface Own {
  patient: string;
  plan: string;
  head: string;
  lot: string;
  vial: string;
}

/** As `prepare`, with an opened vial of a lot of its own; with so many points in its first zone. */
export async function prepareOwn(clinic: Clinic, number: number, points?: number): Promise<Own> {
  const [lot, vial] = [`L-9${number}`, `V-9${number}`];
  await clinic.ask('ada', 'POST', '/lots', { lot_id: lot, product_id: 'HA-15', lot: `EX9${number}`, expires: '2070-12-31' });
  await clinic.ask('ada', 'POST', '/vials', { vial_id: vial, lot_id: lot, volume_nl: 5_000_000 });
  await clinic.ask('carla', 'POST', `/vials/${vial}/open`, undefined, { versionOf: `/vials/${vial}` });
  return { ...(await prepare(clinic, number, points === undefined ? {} : { points })), lot, vial };
}

/** Opens the session of what was prepared, and leaves the control to who comes first. */
export async function begin(clinic: Clinic, own: Own): Promise<void> {
  await clinic.open(own.plan, own.patient, own.vial, own.head);
  await clinic.ask('carla', 'DELETE', '/station/control');
}

/** Ends whatever session is open, so that the next test finds the station free. */
export async function finish(clinic: Clinic): Promise<void> {
  const now = await clinic.ask('carla', 'GET', '/station');
  if (!now.session_id) return;
  await clinic.ask('carla', 'POST', '/station/control', { reason: 'The test is over' });
  if (['Waiting', 'Delivering'].includes(now.state)) await clinic.ask('carla', 'POST', '/station/pause', {});
  const can = (id: string) => (station: { actions: { id: string; allowed: boolean }[] }) =>
    station.actions.some((each) => each.id === id && each.allowed);
  const settled = await clinic.until((station) => can('close')(station) || can('settle')(station));
  if (!can('close')(settled)) await clinic.ask('carla', 'POST', '/station/settle', { reason: 'The test is over' });
  await clinic.until(can('close'));
  await clinic.ask('carla', 'POST', '/station/close', { aftercare: 'None: a test' });
  await clinic.until((station) => !station.session_id);
}
