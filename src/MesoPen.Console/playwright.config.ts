import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Debian's Chromium; no browser is fetched.
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path && existsSync(path),
);
if (chromium === undefined)
  throw new Error('Chromium is needed: on Debian, as root, apt-get install chromium; or set CHROMIUM to its path.');

export default defineConfig({
  testDir: 'e2e',
  // Screens and long measurements have commands of their own.
  testMatch: `*.${process.env.MESOPEN_E2E ?? 'spec'}.ts`,
  outputDir: '../../artifacts/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A lease that lapsed on a busy machine is no fault of the page: CI tries once more, and says so.
  retries: process.env.CI ? 1 : 0,
  // A whole treatment takes its time on a shared machine.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../artifacts/reports/e2e.json' }]],
  use: {
    viewport: { width: 1024, height: 768 },
    hasTouch: true,
    locale: 'en-GB',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // As it is at a desk: no sound before somebody has pressed something.
        '--autoplay-policy=document-user-activation-required',
      ],
    },
    // What records a trace takes pictures all the time: a measurement would measure that.
    trace: process.env.MESOPEN_E2E === 'bench' ? 'off' : 'retain-on-failure',
  },
});
