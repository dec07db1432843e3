import { gzipSync } from 'node:zlib';
import { signIn } from './clinic';
import { expect, test } from './fixtures';

test.use({ file: 'load' });

// Of all script that a browser takes until the page can be worked with.
const gzippedMax = 300_000;

// Aim: the page in which people treat is there soon on a small machine: its script is small, and none of it is taken from elsewhere.
test('the first load of the treat page takes less than 300 kB of gzipped script, all of it from the host', async ({
  page,
  ready,
}) => {
  await signIn(page, ready.station, 'carla');
  const scripts = new Set<string>();
  const elsewhere: string[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (!url.startsWith(ready.station.url) && !url.startsWith('data:') && !url.startsWith('blob:')) elsewhere.push(url);
    if (response.request().resourceType() === 'script') scripts.add(url);
  });
  await page.goto(`${ready.station.url}/treat`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const sizes = await Promise.all(
    [...scripts].map(async (url) => ({ url, bytes: gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length })),
  );
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  test.info().annotations.push({ type: 'gzipped script', description: `${total} B in ${sizes.length} files` });
  expect(sizes.length).toBeGreaterThan(2);
  expect(total, JSON.stringify(sizes)).toBeLessThan(gzippedMax);
  expect(elsewhere).toEqual([]);
});
