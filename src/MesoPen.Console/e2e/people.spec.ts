import { people, signIn } from './clinic';
import { expectAccessible, look } from './desk';
import { expect, test } from './fixtures';

test.use({ file: 'people' });

// Aim: a one-time password is told once, with a warning, and is nowhere afterwards; it opens nothing but the choice of another.
test('a one-time password is shown once', async ({ page, ready, browser }) => {
  test.slow();
  await signIn(page, ready.station, 'ada');
  await page.goto(`${ready.station.url}/people`);
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Nora Example');
  await dialog.getByLabel('Sign-in name').fill('nora');
  await dialog.getByRole('checkbox', { name: 'Clinician' }).check();
  await expectAccessible(page);
  await look(page, 'people-add');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('It is shown this once');
  const secret = (await page.getByTestId('secret').textContent()) ?? '';
  expect(secret.length).toBeGreaterThan(8);
  await expectAccessible(page);
  await look(page, 'people-one-time');
  await dialog.getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByTestId('secret')).toHaveCount(0);
  await expect(page.locator('[data-id="nora"]')).toContainText('One-time password not used yet');
  // Nor anywhere else of the page that is still open, where it could be read by looking closer.
  expect(await page.content()).not.toContain(secret);
  await page.reload();
  await expect(page.locator('[data-id="nora"]')).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  expect(JSON.stringify(await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]))).not.toContain(secret);

  const other = await browser.newContext();
  const hers = await other.newPage();
  await hers.goto(ready.station.url);
  await hers.getByLabel('Sign-in name').fill('nora');
  await hers.getByRole('textbox', { name: /^Password/ }).fill(secret);
  await hers.getByRole('button', { name: 'Sign in' }).click();
  await expect(hers.getByRole('heading', { name: 'Choose a password of your own' })).toBeVisible();
  await other.close();
});

// Aim: somebody else vouches for a clinician, with a signature; nobody does it for himself.
test('a sign-off for a device family, and its withdrawal', async ({ page, ready }) => {
  await signIn(page, ready.station, 'enno');
  await page.goto(`${ready.station.url}/people/person/enno`);
  await expect(page.getByText('Nobody signs himself off')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign off' })).toHaveCount(0);
  await page.goto(`${ready.station.url}/people/person/carla`);
  await page.getByRole('combobox', { name: 'Family of devices' }).fill('pen-1');
  await page.getByLabel(/^Until/).fill('2070-01-31');
  await page.getByRole('button', { name: 'Sign off' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Carla Example can use devices of the family pen-1, until Jan 31, 2070.');
  await dialog.getByRole('textbox', { name: /^Password/ }).fill(people.enno.password);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  const row = page.locator('[data-id="pen-1"]');
  await expect(row).toContainText('Signed by Enno Example');
  await expectAccessible(page);
  await look(page, 'people-person');
  await row.getByRole('button', { name: 'Withdraw the sign-off for pen-1' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Left for another ward');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(row).toHaveCount(0);
});

// Aim: who looks after people sees the buttons, an auditor sees the people and none of the buttons; a token is told once to its owner.
test('an auditor changes nobody; a token is shown once', async ({ page, ready }) => {
  await signIn(page, ready.station, 'otto');
  await page.goto(`${ready.station.url}/people`);
  await expect(page.locator('[data-id="carla"]')).toContainText('gun-5: signed off until Dec 31, 2070');
  await expect(page.getByRole('button', { name: 'Add a person' })).toHaveCount(0);
  await expectAccessible(page);
  await look(page, 'people');
  await page.getByRole('link', { name: 'Carla Example' }).click();
  await expect(page.getByRole('heading', { name: 'Carla Example' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await page.goto(`${ready.station.url}/people/own`);
  await expectAccessible(page);
  await look(page, 'people-own');
  await page.goto(`${ready.station.url}/people/tokens`);
  await page.getByRole('button', { name: 'Issue a token' }).click();
  const dialog = page.getByRole('dialog').first();
  await dialog.getByLabel('What for').fill('Audit report');
  await dialog.getByLabel('Days').fill('3');
  await expect(dialog.getByRole('checkbox')).toHaveCount(1);
  await dialog.getByRole('checkbox', { name: 'Auditor' }).check();
  await dialog.getByRole('button', { name: 'Issue', exact: true }).click();
  const signing = page.getByRole('dialog', { name: 'Sign', exact: true });
  await signing.getByRole('textbox', { name: /^Password/ }).fill(people.otto.password);
  await signing.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByTestId('secret')).toBeVisible();
  const secret = (await page.getByTestId('secret').textContent()) ?? '';
  await page.getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByText('Audit report')).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await expectAccessible(page);
  await look(page, 'people-tokens');
  await page.getByRole('button', { name: 'Revoke the token Audit report' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByText('Audit report')).toHaveCount(0);
});

// Aim: roles, deactivation and reactivation, each with what follows from it, without a pointer.
test('keyboard only: a person leaves and comes back', async ({ page, ready }) => {
  await ready.clinic.ask('ada', 'POST', '/people', { person_id: 'kim', name: 'Kim Example', roles: ['engineer'] });
  await signIn(page, ready.station, 'ada');
  await page.goto(`${ready.station.url}/people/person/kim`);
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).last().focus();
    await page.keyboard.press('Enter');
  };
  await press('Deactivate');
  await expect(page.getByRole('dialog')).toContainText('Every sign-in and token of the person ends at once');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Deactivate' })).toBeFocused();
  await press('Deactivate');
  await press('Deactivate');
  await expect(page.getByText('Works here no longer')).toBeVisible();
  await press('Reactivate');
  await press('Reactivate');
  await expect(page.getByTestId('secret')).toBeVisible();
  await press('I have it');
  await expect(page.getByRole('button', { name: 'Deactivate' })).toBeVisible();
});
