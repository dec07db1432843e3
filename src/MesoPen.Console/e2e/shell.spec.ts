import AxeBuilder from '@axe-core/playwright';
import { signIn } from './clinic';
import { expect, test } from './fixtures';

test.use({ file: 'shell' });

// Aim: whoever signs in sees the rooms that are his, and no rule of WCAG 2.2 A or AA is broken.
test('a clinician signs in and sees the rooms', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await expect(page.getByRole('link', { name: 'Treat' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
});
