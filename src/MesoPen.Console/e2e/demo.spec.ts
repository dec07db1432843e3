import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');
let demo: ChildProcess | undefined;

test.afterEach(() => {
  if (demo?.exitCode === null && demo.signalCode === null) demo.kill('SIGTERM');
});

// Aim: ./demo.sh says the address, the code and that no device is needed; its page finds its gun; when it ends nothing of it is left.
test('the demo ends at the console, with its gun found', async ({ page }) => {
  let said = '';
  demo = spawn('./demo.sh', [], {
    cwd: root,
    env: { ...process.env, MESOPEN_DEMO_BUILT: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => demo?.on('exit', done));
  for (const stream of [demo.stdout, demo.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/Setup code:\s+\S+/);
  expect(said).toContain('No device is needed');
  const url = /serves (http:\/\/\S+?)\.\s/.exec(said)?.[1] ?? '';
  const folder = /Data folder: (\S+)\/data/.exec(said)?.[1] ?? '';
  expect(existsSync(folder)).toBe(true);

  await page.goto(url);
  const answer = await page.request.post(`${url}/api/v1/setup`, {
    data: {
      code: /Setup code:\s+(\S+)/.exec(said)?.[1],
      site_name: 'Demo',
      person_id: 'nadia',
      name: 'Nadia',
      password: 'seven quiet herons',
      roles: ['administrator', 'clinician'],
      example: true,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await page.goto(`${url}/devices`);
  await expect(page.getByRole('article', { name: /gun-5/ }).getByText('Usable')).toBeVisible({ timeout: 60_000 });

  demo.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(existsSync(folder)).toBe(false);
});
