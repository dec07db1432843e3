import { signIn } from './clinic';
import { expect, test } from './fixtures';
import { violations } from './looks';

test.use({ file: 'shell' });

// Aim: whoever signs in sees the rooms that are his, and no rule of WCAG 2.2 A or AA is broken.
test('a clinician signs in and sees the rooms', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await expect(page.getByRole('link', { name: 'Treat' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

// Aim: who reads no treatment is told as soon as everybody else that the device is a model, and that the host is lost; and hears nothing of the treatment.
test('an administrator sees the banner, and that the host is lost', async ({ page, ready }) => {
  const { station, clinic } = ready;
  const heard: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))));
  await signIn(page, station, 'ada');
  await page.goto(`${station.url}/people`);
  const session = await clinic.open();
  await expect(page.getByTestId('simulated')).toContainText('Simulated device: no patient.');
  await clinic.prepare();
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
  await station.serve();
  await expect(page.getByTestId('stale')).toBeHidden();
  expect(heard.join().includes(session)).toBe(false);
  expect(heard.join().includes('P-0001')).toBe(false);
});
