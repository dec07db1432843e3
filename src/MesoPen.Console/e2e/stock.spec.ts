import { signIn } from './clinic';
import { expectAccessible, look, scan } from './desk';
import { expect, test } from './fixtures';

test.use({ file: 'stock' });

const gtin = '09506000134352';
const result = '[data-testid="scan-result"]';

// Aim: the separators that a keyboard scanner loses are never guessed back: the person says which reading stands on the label.
test('a scan without its separators is asked about, never guessed', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/stock/lots`);
  await expect(page.getByLabel('Scan a package').last()).toBeFocused();
  await scan(page, `01${gtin}1730123110ABC21123`);
  await expect(page.getByText('This can be read in several ways')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the lot in' })).toHaveCount(0);
  await expectAccessible(page);
  await look(page, 'stock-ambiguous');
  await page.getByRole('button', { name: /Lot ABC · .*Serial number 123/ }).click();
  await expect(page.locator(result)).toContainText('ABC');
  await page.getByRole('button', { name: 'Take the lot in' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(page.getByText('Lot ABC was taken in.')).toBeVisible();
  // Gloved hands scan the next package at once: the field has the focus again.
  await expect(page.locator('#scan-field')).toBeFocused();
  const lot = await ready.clinic.ask('carla', 'GET', '/lots/ABC');
  expect([lot.number, lot.serial, lot.expires]).toEqual(['ABC', '123', '2030-12-31']);
});

// Aim: with its separators, from any place on the page, a scan is read at once, and the vial goes from the package to the shelf and is opened.
test('a scan with separators takes lot and vial in and opens the vial', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/stock/vials`);
  // The focus is on a link: the scanner's keys press nothing there.
  await page.getByRole('link', { name: 'Lots', exact: true }).focus();
  await scan(page, `]d201${gtin}1731063010NEW1\u001d21S7`);
  await expect(page).toHaveURL(/vials/);
  await expect(page.locator(result)).toContainText('NEW1');
  await expect(page.locator(result)).toContainText('Jun 30, 2031');
  await page.getByRole('button', { name: 'Take the lot in' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take in', exact: true }).click();
  await page.locator(result).getByRole('button', { name: 'Put a vial on the shelf' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Volume in mL').fill('2.5');
  await dialog.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(page.getByText('Vial S7 is on the shelf.')).toBeVisible();
  await page.locator(result).getByRole('button', { name: 'Open vial S7 now' }).click();
  await expect(page.getByText('Vial S7 is open', { exact: true })).toBeVisible();
  await expect(page.locator('[data-id="S7"]')).toContainText('2.5 mL left of 2.5 mL');
  await expectAccessible(page);
  await look(page, 'stock-vials');
  await page.locator('[data-id="S7"]').getByRole('button', { name: 'Discard S7' }).click();
  await expect(page.getByRole('dialog')).toContainText('2.5 mL are written off');
  await page.getByRole('button', { name: 'Empty' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.locator('[data-id="S7"]')).toHaveCount(0);
});

// Aim: a page that takes the focus for a moment, as every new page does, costs a scan no character: a lot that lost one is another lot.
test('a scan is whole though the focus moves while it is typed', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/stock/lots`);
  const field = page.locator('#scan-field');
  await expect(field).toBeFocused();
  await field.evaluate((scanField) => {
    let keys = 0;
    document.addEventListener(
      'keydown',
      () => {
        keys++;
        if (keys === 21) (scanField as HTMLElement).blur();
        if (keys === 22) (scanField as HTMLElement).focus();
      },
      true,
    );
  });
  await scan(page, `]d201${gtin}1731063010MOVED1\u001d21M7`);
  await expect(page.locator(result)).toContainText('MOVED1');
  await expect(page.locator(result)).toContainText('Jun 30, 2031');
  await expect(field).toHaveValue('');
});

// Aim: what must not be used is said in words and offered nothing.
test('an expired and a recalled lot are offered nothing', async ({ page, ready }) => {
  await ready.clinic.ask('ada', 'POST', '/lots', { lot_id: 'L-BAD', scan: `]d201${gtin}1731063010BAD9` });
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/stock/lots`);
  await expect(page.locator('#scan-field')).toBeFocused();
  await scan(page, `01${gtin}1720013110OLD`);
  await expect(page.locator('[data-finding="expired"]')).toContainText('Expired: last day of use was Jan 31, 2020');
  await expect(page.locator(result).getByRole('button', { name: /Take|Put|Open/ })).toHaveCount(0);
  await look(page, 'stock-expired');
  await page
    .locator('[data-id="L-BAD"]')
    .getByRole('button', { name: /Bar lot BAD9/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('It cannot be undone');
  await page.getByLabel('Reason').fill('Letter of the maker');
  await page.getByRole('dialog').getByRole('button', { name: 'Bar it: recalled' }).click();
  await expect(page.locator('[data-id="L-BAD"]')).toContainText('Recalled: Letter of the maker');
  await scan(page, `]d201${gtin}1731063010BAD9\u001d`);
  await expect(page.locator('[data-finding="recalled"]')).toContainText('Recalled: Letter of the maker');
  await expect(page.locator(result).getByRole('button', { name: /Take|Put|Open/ })).toHaveCount(0);
  await expectAccessible(page);
});

// Aim: an unknown GTIN is named; who may register is led to it, who may not is told who may.
test('an unknown GTIN', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/stock`);
  await expect(page.locator('#scan-field')).toBeFocused();
  await scan(page, '010000000000001710X1');
  await expect(page.locator('[data-finding="unknown-gtin"]')).toContainText('00000000000017');
  await expect(page.getByText('An administrator registers products')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, ready.station, 'ada');
  await page.goto(`${ready.station.url}/stock`);
  await expect(page.locator('#scan-field')).toBeFocused();
  await scan(page, '010000000000001710X1');
  await page.getByRole('link', { name: 'Register a product' }).click();
  await expect(page.getByLabel('GTIN')).toHaveValue('00000000000017');
  await expectAccessible(page);
  await look(page, 'stock-product-new');
});

// Aim: what a scanner types into another field is taken out of it again.
test('a scan does not land in the field where the cursor is', async ({ page, ready }) => {
  await signIn(page, ready.station, 'ada');
  await page.goto(`${ready.station.url}/stock/products/new`);
  const maker = page.getByLabel('Manufacturer');
  await maker.fill('Example');
  await scan(page, `01${gtin}1730123110EX02`);
  await expect(page.locator(result)).toContainText('EX02');
  await expect(maker).toHaveValue('Example');
});

// Aim: a new version of a sheet shows old beside new before it is saved, and its numbers follow dose typography with their sources.
test('a new version of a product sheet', async ({ page, ready }) => {
  await signIn(page, ready.station, 'ada');
  await page.goto(`${ready.station.url}/stock/products/HA-15`);
  await expect(page.getByText('1.06 mm')).toBeVisible();
  await expect(page.getByText('Source: Example of a sheet, section 1')).toBeVisible();
  await expectAccessible(page);
  await look(page, 'stock-product');
  await page.getByRole('link', { name: 'New version' }).click();
  await page.getByLabel('Number in µL').fill('45');
  const row = page.getByRole('row', { name: /Most in a point/ });
  await expect(row).toContainText('50 µL (Example of a sheet, section 3)');
  await expect(row).toContainText('45 µL (Example of a sheet, section 3)');
  await expectAccessible(page);
  await look(page, 'stock-product-version');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByText('45 µL')).toBeVisible();
});

// Aim: an auditor reads everything and is offered nothing that he may not do.
test('an auditor reads the stock and changes nothing', async ({ page, ready }) => {
  await signIn(page, ready.station, 'otto');
  for (const room of ['vials', 'lots', 'mixtures', 'heads', 'products', 'head-types']) {
    await page.goto(`${ready.station.url}/stock/${room}`);
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expect(page.locator('#scan-field')).toHaveCount(0);
    await expect(
      page.getByRole('main').getByRole('button', { name: /Take|Put|Open|Discard|Bar|Register|Record|New/ }),
    ).toHaveCount(0);
    await expectAccessible(page);
    await look(page, `stock-${room}`);
  }
  await page.goto(`${ready.station.url}/stock/heads`);
  await expect(page.locator('[data-id="H2031-1"]')).toContainText('0 of 200');
});

// Aim: from the scan to the opened vial without a pointer.
test('keyboard only', async ({ page, ready }) => {
  await ready.clinic.ask('ada', 'POST', '/vials', { vial_id: 'V-KEY', lot_id: 'L-1', volume_nl: 1_000_000, serial: 'KEY1' });
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/stock`);
  await expect(page.locator('#scan-field')).toBeFocused();
  await scan(page, `]d201${gtin}1770123110EX01\u001d21KEY1`);
  const open = page.locator(result).getByRole('button', { name: 'Open vial V-KEY now' });
  await expect(open).toBeVisible();
  for (let press = 0; press < 4 && !(await open.evaluate((each) => each === document.activeElement)); press++) {
    await page.keyboard.press('Tab');
  }
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Vial V-KEY is open', { exact: true })).toBeVisible();
  await expect(page.locator('#scan-field')).toBeFocused();
});
