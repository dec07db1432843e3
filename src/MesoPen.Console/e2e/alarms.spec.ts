import { readFileSync } from 'node:fs';
import { signIn } from './clinic';
import { expectAccessible, look } from './desk';
import { expect, test } from './fixtures';

test.use({ file: 'alarms' });

// Aim: every alarm is said with its number, its priority in a word, what happened and what to do.
test('the catalogue of alarms', async ({ page, ready }) => {
  await signIn(page, ready.station, 'otto');
  await page.goto(`${ready.station.url}/alarms/catalogue`);
  const known = await ready.clinic.ask('otto', 'GET', '/alarms');
  expect(known.length).toBeGreaterThan(10);
  await expect(page.locator('main li')).toHaveCount(known.length);
  for (const alarm of known) {
    const card = page.locator(`[data-id="${alarm.number}"]`);
    await expect(card).toContainText(alarm.sentence);
    await expect(card).toContainText(alarm.remedy);
    await expect(card).toContainText(`${alarm.priority[0].toUpperCase()}${alarm.priority.slice(1)} priority`);
  }
  await expectAccessible(page);
  await look(page, 'alarms-catalogue');
});

// Aim: what happened stands newest first, is narrowed by kind and day, and is read on part by part without a silent end.
test('what happened', async ({ page, ready }) => {
  for (let number = 0; number < 60; number++) {
    await ready.clinic.ask('ada', 'POST', '/vials', { vial_id: `E-${number}`, lot_id: 'L-1', volume_nl: 1_000_000 });
  }
  await signIn(page, ready.station, 'otto');
  await page.goto(`${ready.station.url}/alarms`);
  const list = page.getByRole('list', { name: 'What happened' }).getByRole('listitem');
  await expect(list).toHaveCount(50);
  await expect(list.first()).toContainText('E-59');
  await expectAccessible(page);
  await look(page, 'alarms');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => list.count()).toBeGreaterThan(60);

  // The file holds all that was asked for, also what the page did not read.
  const saved = async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    return readFileSync(await (await download).path(), 'utf8').split('\r\n');
  };
  await page.getByLabel('Kind').selectOption('clinic');
  const lines = await saved();
  expect(lines[0]).toMatch(/^id,at,stream,kind,by,summary,/);
  expect(lines.filter((line) => line.includes(',vial-received,'))).toHaveLength(61);
  await page.getByLabel('From', { exact: true }).fill('2070-01-01');
  expect(await saved()).toHaveLength(2);
  await page.getByLabel('From', { exact: true }).fill('');
  await page.getByLabel('Kind').selectOption('alarm');
  await expect(page.getByText(/Nothing like that happened|Nothing like that in what was read/)).toBeVisible();
  await page.getByLabel('Kind').selectOption('clinic');
  await page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await expect(page.getByText('Nothing like that in what was read so far')).toBeVisible();
  await expectAccessible(page);
});
