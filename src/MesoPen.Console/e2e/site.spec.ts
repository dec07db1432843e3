import type { Page } from '@playwright/test';
import { type PersonId, people, signIn } from './clinic';
import { expectAccessible, look } from './desk';
import { expect, test } from './fixtures';

test.use({ file: 'site' });

async function sign(page: Page, who: PersonId): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign', exact: true });
  await dialog.getByRole('textbox', { name: /^Password/ }).fill(people[who].password);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
}

// Aim: a policy changes by two people alone, and both see old, new and why before they sign.
test('a policy change needs two people and shows the difference', async ({ page, ready, browser }) => {
  test.slow();
  await signIn(page, ready.station, 'ada');
  await page.goto(`${ready.station.url}/site`);
  await expect(page.getByRole('heading', { name: 'Policy that holds: version 1' })).toBeVisible();
  await expect(page.getByRole('row', { name: /screening counts/ })).toContainText('7 days');
  await expectAccessible(page);
  await look(page, 'site');
  await page.getByRole('link', { name: 'Propose a change' }).click();
  await page.getByLabel('Days for which a screening counts').fill('5');
  await page.getByRole('button', { name: 'One more limit' }).click();
  await page.getByLabel('Number in mm').fill('0.9');
  await page.getByLabel('Zone').fill('forehead');
  await page.getByLabel('Where it comes from').fill('Own rule of 2026-11-28');
  const row = page.getByRole('row', { name: /screening counts/ });
  await expect(row).toContainText('7 days');
  await expect(row).toContainText('5 days');
  await expect(page.getByRole('row', { name: /Deepest in tissue, forehead/ })).toContainText('0.9 mm (Own rule of 2026-11-28)');
  await expectAccessible(page);
  await look(page, 'site-change');
  await page.getByLabel('Reason').fill('Skin of our patients is thin');
  await page.getByRole('button', { name: 'Sign and propose' }).click();
  await sign(page, 'ada');
  await expect(page.getByRole('region', { name: /Proposal of/ })).toContainText('You proposed it: another person approves it.');
  await expect(page.getByRole('button', { name: 'Approve and sign' })).toHaveCount(0);
  await look(page, 'site-proposal');

  // Nothing holds yet.
  expect((await ready.clinic.ask('ada', 'GET', '/site')).policy_version).toBe(1);

  const other = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-GB' });
  const second = await other.newPage();
  await signIn(second, ready.station, 'enno');
  await second.goto(`${ready.station.url}/site/proposals`);
  const proposal = second.getByRole('region', { name: /Proposal of/ });
  await expect(proposal).toContainText('Why: Skin of our patients is thin');
  await expect(proposal.getByRole('row', { name: /screening counts/ })).toContainText('5 days');
  await expectAccessible(second);
  await proposal.getByRole('button', { name: 'Approve and sign' }).click();
  await expect(second.getByRole('dialog')).toContainText('I approve 2 changes of the policy');
  await sign(second, 'enno');
  await expect(second.getByRole('region', { name: 'Version 2' })).toContainText('Approved by Enno Example');
  await expectAccessible(second);
  await look(second, 'site-history');
  await other.close();
  const site = await ready.clinic.ask('ada', 'GET', '/site');
  expect([site.policy_version, site.policy.screening_days, site.policy.limits[0].value]).toEqual([2, 5, 900]);
});

// Aim: an override is proposed by a clinician and agreed to by another person; whoever proposed it is told why he cannot.
test('an override needs two people', async ({ page, ready, browser }) => {
  test.slow();
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/site/overrides`);
  await page.getByRole('button', { name: 'Propose an override' }).click();
  const dialog = page.getByRole('dialog').first();
  await dialog.getByLabel('Patient').fill('P-0001');
  await dialog.getByRole('textbox', { name: 'Plan', exact: true }).fill('PL-1');
  await dialog.getByLabel(/^Hours/).fill('8');
  await dialog.getByLabel('Reason').fill('Travels tomorrow');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Sign and propose' }).click();
  await sign(page, 'carla');
  await expect(page.getByText('You proposed it: another person agrees to it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Agree and sign' })).toHaveCount(0);
  await look(page, 'site-overrides');
  const other = await browser.newContext({ locale: 'en-GB' });
  const second = await other.newPage();
  await signIn(second, ready.station, 'enno');
  await second.goto(`${ready.station.url}/site/overrides`);
  await second.getByRole('button', { name: 'Agree and sign' }).click();
  await sign(second, 'enno');
  await expect(second.getByText('Agreed by Enno Example')).toBeVisible();
  await second.getByRole('button', { name: 'Withdraw' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(second.getByText('Withdrawn by enno')).toBeVisible();
  await expectAccessible(second);
  await other.close();
});

// Aim: an auditor reads all rules of the site and is offered no change; security and schedule are changed by an administrator alone.
test('who may read and who may change', async ({ page, ready, browser }) => {
  test.slow();
  await signIn(page, ready.station, 'otto');
  for (const room of ['', '/proposals', '/overrides', '/security', '/follow-up', '/consent-texts']) {
    await page.goto(`${ready.station.url}/site${room}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(
      page.getByRole('main').getByRole('button', { name: /Propose|Approve|Agree|Withdraw|Save|save|Sign|Publish|version/ }),
    ).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('link', { name: /Propose/ })).toHaveCount(0);
    await expectAccessible(page);
    await look(page, `site${room.replace('/', '-')}-auditor`);
  }
  const other = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-GB' });
  const admin = await other.newPage();
  await signIn(admin, ready.station, 'ada');
  await admin.goto(`${ready.station.url}/site/security`);
  await admin.getByLabel('Minutes for which it stays locked').fill('20');
  await expectAccessible(admin);
  await look(admin, 'site-security');
  await admin.getByRole('button', { name: 'Sign and save' }).click();
  await sign(admin, 'ada');
  await expect.poll(async () => (await ready.clinic.ask('ada', 'GET', '/site')).security.lock_minutes).toBe(20);
  await admin.goto(`${ready.station.url}/site/follow-up`);
  await admin.getByLabel('Days after a session').fill('1, 7, 28, 90');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await ready.clinic.ask('ada', 'GET', '/site/follow-up-schedule')).days_after)
    .toEqual([1, 7, 28, 90]);
  await admin.goto(`${ready.station.url}/site/consent-texts`);
  await admin.getByRole('button', { name: 'Publish a text' }).click();
  await expectAccessible(admin);
  await look(admin, 'site-consent-text');
  await other.close();
});
