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
