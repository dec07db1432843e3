import { signIn } from './clinic';
import { expect, test } from './fixtures';
import { arm, closeByPage, openByPage, primeByPage, treatZone } from './treating';

test.use({ file: 'treat' });

test.use({ actionTimeout: 15_000 });

// Aim: a whole treatment by the page alone: chosen, rehearsed, opened, primed, armed by a held press, zone after zone, closed, its record linked.
test('a treatment from the choice to the record', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await openByPage(page, ready.station.url);
  // The session begins where its zone is, and what was chosen is spent.
  await expect(page.locator('#zone-title')).toBeFocused();
  expect(new URL(page.url()).search).toBe('');
  await primeByPage(page);
  await page.screenshot({ path: test.info().outputPath('ready.png') });
  for (const [zone, name] of [
    ['forehead', 'Forehead'],
    ['cheek.left', 'Cheek, left'],
    ['cheek.right', 'Cheek, right'],
  ] as const) {
    await expect(page.locator('#zone-title')).toHaveText(name);
    await arm(page);
    await page.screenshot({ path: test.info().outputPath(`armed-${zone}.png`) });
    // What the permit may still deliver is nothing unknown.
    await expect(page.locator('.zone-choice', { hasText: 'Unknown shots' })).toHaveCount(0);
    await treatZone(page, zone);
  }
  await expect(page.getByText('All zones have their points')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('done.png'), fullPage: true });
  await closeByPage(page);
  await expect(page.getByRole('heading', { name: 'Rehearsal' })).toHaveCount(0);
});
