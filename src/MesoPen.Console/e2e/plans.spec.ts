import type { Locator, Page } from '@playwright/test';
import { people, signIn } from './clinic';
import { expect, test } from './fixtures';
import { violations } from './looks';

test.use({ file: 'plans' });

const content = (doseNl = 20_000) => ({
  product_id: 'HA-15',
  device_family: 'gun-5',
  prime_nl: 100_000,
  sticks_max: 200,
  sticks_reason: 'One head a session',
  zones: ['forehead', 'cheek.left'].map((zone) => ({
    zone,
    technique: 'stamp',
    trigger: 'repeat',
    points: 6,
    dose_nl: doseNl,
    needle_length_um: 900,
    angle_deg: 90,
    spacing_um: 10_000,
    min_interval_ms: 112,
  })),
  course: { sessions: 3, interval: { min_days: 14, max_days: 28 } },
});

type Ready = { ready: { station: import('./station').Station; clinic: import('./clinic').Clinic } };
let count = 0;

/** A protocol of its own for the test, and the page where its next version is drawn. */
async function edited(page: Page, { ready }: Ready): Promise<string> {
  count += 1;
  const id = `E-${count}`;
  await ready.clinic.ask('carla', 'POST', '/protocols', { protocol_id: id, title: `Face ${count}`, content: content() });
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/protocols/${id}/_edit`);
  // A machine that is shared draws the editor slowly.
  await expect(page.getByTestId('check-state')).toHaveText(/Within every limit/, { timeout: 60_000 });
  return id;
}

const versions = async ({ ready }: Ready, id: string) => (await ready.clinic.ask('carla', 'GET', `/protocols/${id}`)).versions;

/** A zone of the map. */
const zoneOf = (page: Page, name: string | RegExp) => page.locator('svg').getByRole('option', { name });

/** Goes on with the tabulator until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator never reached ${target}.`);
}

// Aim: a protocol is drawn from nothing with the keyboard alone: map, numbers, order, saving.
test('a protocol is drawn with the keyboard alone', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/protocols/_new`);
  const type = async (target: Locator, text: string) => {
    await tabTo(page, target);
    await page.keyboard.type(text);
  };
  await type(page.getByLabel('Id of the protocol'), 'KEYS-1');
  await type(page.getByLabel('Title'), 'By keyboard');
  await type(page.getByLabel('Product', { exact: false }).first(), 'Hyal');
  await type(page.getByRole('combobox', { name: 'Device' }), 'Five');
  await type(page.getByLabel('Priming, µL'), '100');
  await type(page.getByLabel('Shots with one needle head'), '200');
  await type(page.getByLabel('Why that many'), 'One head a session');

  await tabTo(page, zoneOf(page, 'Scalp'));
  await page.keyboard.press('ArrowDown');
  await expect(zoneOf(page, 'Forehead')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Add this zone' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Technique')).toBeFocused();
  await type(page.getByLabel('Needle length, mm'), '0.9');
  await type(page.getByLabel('Dose per shot, µL'), '20');
  await type(page.getByLabel('Shots (points)'), '6');
  await type(page.getByLabel('Spacing, mm'), '');
  await expect(page.getByTestId('check-state')).toHaveText(/Within every limit/);
  await expect(zoneOf(page, 'Forehead, planned, 1')).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, page.getByRole('button', { name: 'Save the protocol' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'By keyboard' })).toBeVisible();
  const [version] = await versions({ ready }, 'KEYS-1');
  expect(version.zones).toMatchObject([
    { zone: 'forehead', needle_length_um: 900, dose_nl: 20_000, points: 6, spacing_um: 5_000, min_interval_ms: 112 },
  ]);
});

// Aim: on a tablet of 1024×768 a zone is chosen and planned by finger, copied to the other side, and its sums come with each number.
test('a zone is planned by finger, and copied to the other side', async ({ page, ready }) => {
  await ready.clinic.ask('carla', 'POST', '/protocols', { protocol_id: 'T-1', title: 'By finger', content: content() });
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/protocols/T-1/_edit`);
  const cheek = zoneOf(page, /^Cheek, left/);
  for (const zone of await page.locator('svg [role=option]').all()) {
    const box = await zone.boundingBox();
    expect([await zone.getAttribute('data-zone'), Math.min(box?.width ?? 0, box?.height ?? 0) >= 43]).toEqual([
      await zone.getAttribute('data-zone'),
      true,
    ]);
  }
  await cheek.tap();
  await expect(page.getByRole('heading', { level: 3, name: 'Cheek, left' })).toBeVisible();
  await page.getByLabel('Shots (points)').fill('4');
  await page.getByLabel('Dose per shot, µL').fill('12.5');
  await expect(page.getByText('4 shots, 50 µL, about')).toBeVisible();
  await page.getByRole('button', { name: 'Copy to the right side' }).tap();
  await expect(zoneOf(page, 'Cheek, right, planned, 3')).toBeVisible();
  await page.getByRole('button', { name: 'Cheek, right: earlier' }).tap();
  await expect(page.locator('[data-zone-row]')).toHaveText([/1\. Forehead/, /2\. Cheek, right/, /3\. Cheek, left/]);
  await expect(page.getByTestId('check-state')).toHaveText(/Within every limit/);
  await page.getByRole('button', { name: 'Look at the changes and save' }).tap();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /Cheek, right/ })).toContainText('4 shots of 12.5 µL');
  await dialog.getByLabel('Reason').fill('Both sides');
  await dialog.getByRole('button', { name: 'Save version 2' }).tap();
  await expect(page.getByRole('heading', { level: 2, name: 'Version 2' })).toBeVisible();
});

// Aim: a value beyond a limit is refused at once with source and reason beside its field, stays as it was typed, and is never saved.
test('a value beyond a limit is refused with source and reason, and is not saved', async ({ page, ready }) => {
  const id = await edited(page, { ready });
  const field = page.getByLabel('Needle length, mm');
  await expect(page.locator('[data-limit="tissue-depth-max"]')).toContainText('at most 1.06 mm: zone catalogue, Meng 2022');
  await field.fill('1.5');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const told = await field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((part) => document.getElementById(part)?.textContent ?? '')
      .join(' '),
  );
  expect(told).toContain('Depth in zone forehead: 1.5 mm asked, at most 1.06 mm allowed by the zone catalogue (Meng 2022');
  await page.getByRole('button', { name: 'Look at the changes and save' }).click();
  await expect(page.getByTestId('refusals')).toBeFocused();
  await expect(page.getByTestId('refusals')).toContainText('Choose 1.06 mm or less.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(field).toHaveValue('1.5');
  await field.fill('1,5 mm');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Look at the changes and save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await versions({ ready }, id)).toHaveLength(1);
});

// Aim: old and new stand side by side before a version is saved and after, and a reason is asked for.
test('the old version stands beside the new before it is saved', async ({ page, ready }) => {
  const id = await edited(page, { ready });
  await page.getByLabel('Dose per shot, µL').fill('15');
  await expect(page.getByTestId('check-state')).toHaveText(/Within every limit/);
  await page.getByRole('button', { name: 'Look at the changes and save' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row')).toHaveText([/What.*Version 1.*Version 2/, /Forehead: Dose per shot.*20\sµL.*15\sµL/]);
  await dialog.getByRole('button', { name: 'Save version 2' }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Reason').fill('Less swelling');
  await dialog.getByRole('button', { name: 'Save version 2' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'What changed' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Forehead: Dose per shot/ })).toContainText(/20\sµL.*15\sµL/);
  expect((await versions({ ready }, id)).at(-1).zones[0].dose_nl).toBe(15_000);
});

// Aim: when somebody else saved meanwhile nothing is overwritten unseen and nothing that was drawn is lost.
test('a version that somebody else saved meanwhile is shown, and the draft is kept', async ({ page, ready }) => {
  const id = await edited(page, { ready });
  await ready.clinic.ask(
    'enno',
    'PUT',
    `/protocols/${id}`,
    { reason: 'Thinner line', content: { ...content(), prime_nl: 90_000 } },
    { versionOf: `/protocols/${id}` },
  );
  await page.getByLabel('Dose per shot, µL').fill('15');
  await expect(page.getByTestId('check-state')).toHaveText(/Within every limit/);
  const look = page.getByRole('button', { name: 'Look at the changes and save' });
  await look.click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Less');
  await page.getByRole('button', { name: 'Save version 2' }).click();
  const moved = page.getByTestId('moved');
  await expect(moved.getByRole('row', { name: /Priming/ })).toContainText(/100\sµL.*90\sµL/);
  expect(await versions({ ready }, id)).toHaveLength(2);
  await moved.getByRole('button', { name: /Keep my draft/ }).click();
  await expect(page.getByLabel('Dose per shot, µL')).toHaveValue('15');
  await look.click();
  await expect(page.getByRole('dialog').getByRole('row', { name: /Priming/ })).toContainText(/90\sµL.*100\sµL/);
  await page.getByRole('dialog').getByLabel('Reason').fill('Less');
  await page.getByRole('button', { name: 'Save version 3' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Version 3' })).toBeVisible();
});

// Aim: what was drawn is not lost by a slip: leaving asks first.
test('leaving with something drawn asks first', async ({ page, ready }) => {
  await edited(page, { ready });
  await page.getByLabel('Dose per shot, µL').fill('15');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Dose per shot, µL')).toHaveValue('15');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Version 1' })).toBeVisible();
});

// Aim: a patient gets a plan from a protocol, and its next version says that consents are void.
test('a patient gets a plan from a protocol', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/protocols/PR-1/_plan`);
  await page.getByLabel('Patient').selectOption('P-0001');
  await page.getByLabel('Id of the plan').fill('PL-9');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await page.waitForURL('**/patients/P-0001/plans/PL-9');
  await page.goto(`${ready.station.url}/protocols/plans/PL-9`);
  await page.getByLabel('Shots (points)').fill('5');
  await expect(page.getByTestId('check-state')).toHaveText(/Within every limit/);
  await page.getByRole('button', { name: 'Look at the changes and save' }).click();
  await expect(page.getByRole('dialog')).toContainText('Consents to the earlier version are void');
  await page.getByRole('dialog').getByLabel('Reason').fill('Fewer');
  await page.getByRole('button', { name: 'Save version 2' }).click();
  await page.waitForURL('**/patients/P-0001/plans/PL-9');
  expect((await ready.clinic.ask('carla', 'GET', '/plans/PL-9')).versions).toHaveLength(2);
});

// Aim: whoever only reads sees protocols and is offered no change.
test('an auditor reads protocols and changes none', async ({ page, ready }) => {
  await signIn(page, ready.station, people.otto.id);
  await page.goto(`${ready.station.url}/protocols/PR-1`);
  await expect(page.getByRole('img', { name: /Map of the face: .*Forehead, planned, 1/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Draw the next version' })).toHaveCount(0);
});

// Aim: what will be loaded is reckoned with, and never becomes part of the plan: cartridges follow it, and what is missing is said.
test('cartridges follow what is loaded', async ({ page, ready }) => {
  await edited(page, { ready });
  const totals = page.getByRole('region', { name: 'What it comes to' });
  await expect(totals).toContainText('Cartridges1');
  const loaded = totals.getByLabel('Will be loaded into the cartridges, mL');
  await loaded.fill('12');
  await expect(totals).toContainText('Cartridges3');
  await expect(totals).toContainText('Left over');
  await loaded.fill('0,1');
  await expect(totals).toContainText('Missing');
  await expect(page.getByTestId('check-state')).toHaveText(/refused/);
  await loaded.fill('.5');
  await expect(loaded).toHaveAttribute('aria-invalid', 'true');
  await loaded.fill('');
  await expect(totals).toContainText('Cartridges1');
  await expect(page.getByTestId('check-state')).toHaveText(/Within every limit/);
});

// Aim: at 200 % on the tablet, which leaves 512×384, nothing is cut off and a number can still be changed.
test('at 200 % the editor is usable', async ({ page, ready }) => {
  await page.setViewportSize({ width: 512, height: 384 });
  await edited(page, { ready });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  await page.getByLabel('Dose per shot, µL').fill('15');
  await expect(page.getByText('6 shots, 90 µL, about')).toBeVisible();
});

// Aim: no rule of WCAG 2.2 A or AA is broken, in light and dark, on list, protocol and editor, with a refusal and with the dialog open.
for (const scheme of ['light', 'dark'] as const) {
  test(`no rule of accessibility is broken, ${scheme}`, async ({ page, ready }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await edited(page, { ready });
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Needle length, mm').fill('1.5');
    await expect(page.getByTestId('check-state')).toHaveText(/1 refused/);
    await page.getByText('What the sources say').click();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Needle length, mm').fill('0.8');
    await expect(page.getByTestId('check-state')).toHaveText(/Within every limit/);
    await page.getByRole('button', { name: 'Look at the changes and save' }).click();
    await expect(page.getByRole('dialog').getByLabel('Reason')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    for (const path of ['/protocols', '/protocols/PR-1', '/protocols/_new', '/protocols/PR-1/_plan']) {
      page.once('dialog', (asked) => void asked.accept());
      await page.goto(ready.station.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('status').or(page.locator('svg, table')).first()).toBeVisible();
      expect([path, await violations(page)]).toEqual([path, []]);
    }
  });
}
