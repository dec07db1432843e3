import { signIn } from './clinic';
import { expect, test } from './fixtures';
import { arm, closeByPage, openByPage, prepare, primeByPage, stopText, treatZone } from './treating';

test.use({ file: 'treat-lost' });

test.use({ actionTimeout: 15_000 });

// Aim: the host is killed while a zone is armed: the page says stale within a second and greys its numbers; served again it recovers by itself,
// says that it was interrupted until something is armed again, names what can be done, and the treatment goes on to its record.
test('the host dies in the middle and comes back', async ({ page, ready }) => {
  const { station, clinic } = ready;
  const { patient, plan, head } = await prepare(clinic, 21);
  await signIn(page, station, 'carla');
  await openByPage(page, station.url, patient, plan, head);
  await primeByPage(page);
  await arm(page);
  // The page's own clock: when its numbers were greyed.
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('[data-testid="stale"]')) document.body.dataset.staleAt ??= String(Date.now());
    }).observe(document.body, { childList: true, subtree: true });
  });
  const killedAt = Date.now();
  await station.stopHost('SIGKILL');
  await expect(page.getByTestId('stale')).toContainText('The device stops by itself');
  const staleAt = Number(await page.evaluate(() => document.body.dataset.staleAt));
  expect(staleAt - killedAt).toBeLessThanOrEqual(1_000);
  await expect(page.locator('.treat')).toHaveAttribute('data-stale', 'true');
  await expect(page.locator('.hold-button:enabled')).toHaveCount(0);
  // Nothing is promised that only a host could keep.
  await expect(page.locator('.zone')).toContainText(/Was (armed|paused) when last heard/);
  await expect(page.locator('.zone')).toContainText("use the device's own stop");
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  await expect(stopText(page)).toContainText("use the device's own stop");
  await station.serve();
  await expect(page.getByTestId('stale')).toBeHidden();
  await expect(page.getByTestId('interrupted')).toContainText('The program was interrupted');
  await expect(page.locator('.actions li[data-allowed="true"]').first()).toBeVisible();
  // One of them comes once the device is back; looked at before, neither is there, and a line that has to be primed is not seen.
  const prime = page.getByTestId('prime-next');
  const next = prime.or(page.locator('.hold-button:enabled')).or(page.getByRole('button', { name: 'Go on…' }));
  await expect(next.first()).toBeVisible({ timeout: 15_000 });
  if (await prime.isVisible()) await primeByPage(page);
  for (const zone of ['forehead', 'cheek.left', 'cheek.right']) await treatZone(page, zone);
  await expect(page.getByTestId('interrupted')).toHaveCount(0);
  await closeByPage(page);
});
