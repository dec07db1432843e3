import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { Clinic, signIn } from './clinic';
import { Station } from './station';

// Half an hour, unless told otherwise.
const minutes = Number(process.env.MESOPEN_BENCH_MINUTES ?? 30);
const report = resolve(import.meta.dirname, '../../../artifacts/reports/console-bench.json');

interface Measured {
  /** ms from the host's hearing of a shot to the frame that shows it. */
  paints: number[];
  /** ms of each task that held the page up for more than 50 ms. */
  long: number[];
  shots: number;
}

/** Runs in the page: hears the shots as they come over the socket, and sees them as they are painted. */
function watch() {
  const measured: Measured = { paints: [], long: [], shots: 0 };
  const told = new Map<number, number>();
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        for (const part of String(data).split('\u001e')) {
          if (!part.includes('"kind":"shot"')) continue;
          const { item } = JSON.parse(part) as { item: { at: string; shot: { shot: number } } };
          told.set(item.shot.shot, Date.parse(item.at));
          measured.shots++;
        }
      });
    }
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) measured.long.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  const waiting: number[] = [];
  new MutationObserver(() => {
    const newest = document.querySelector('table.shots tbody tr td')?.textContent?.replaceAll(/\D/g, '');
    const shot = newest ? Number(newest) : 0;
    for (const known of told.keys()) {
      if (known <= shot) {
        waiting.push(told.get(known) as number);
        told.delete(known);
      }
    }
    // After the frame in which it was painted.
    requestAnimationFrame(() =>
      setTimeout(() => {
        for (const at of waiting.splice(0)) measured.paints.push(Date.now() - at);
      }),
    );
  }).observe(document, { subtree: true, childList: true });
  Object.assign(window, { measured });
}

base('treating for a long time', async ({ page }) => {
  base.setTimeout((minutes + 5) * 60_000);
  const station = new Station();
  try {
    const oneTime = await station.init('ada');
    await station.startDevice();
    await station.serve();
    const clinic = await Clinic.begin(station, oneTime);
    await clinic.ready();
    await clinic.open();
    await station.stopHost();
    await station.serveShots();
    await page.addInitScript(watch);
    await signIn(page, station, 'carla');
    const begun = Date.now();
    await page.goto(`${station.url}/treat`);
    await page.locator('table.shots tbody tr').first().waitFor();
    const firstShotMs = Date.now() - begun;
    const devtools = await page.context().newCDPSession(page);
    const heaps: number[] = [];
    const heap = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize;
    };
    // The first minute is the page's beginning, and is no part of the figures.
    await page.waitForTimeout(60_000);
    await page.evaluate(() => {
      const { measured } = window as unknown as { measured: Measured };
      measured.paints.length = 0;
      measured.long.length = 0;
      measured.shots = 0;
    });
    for (let minute = 0; minute < minutes; minute++) {
      heaps.push(await heap());
      await page.waitForTimeout(60_000);
    }
    heaps.push(await heap());
    const { paints, long, shots } = await page.evaluate(() => (window as unknown as { measured: Measured }).measured);
    const load = await firstLoad(page, station);
    paints.sort((a, b) => a - b);
    const percentile = (part: number) => paints[Math.min(paints.length - 1, Math.floor(paints.length * part))] ?? Number.NaN;
    mkdirSync(resolve(report, '..'), { recursive: true });
    writeFileSync(
      report,
      JSON.stringify({
        minutes,
        shots,
        painted: paints.length,
        p50: percentile(0.5),
        p95: percentile(0.95),
        p99: percentile(0.99),
        max: paints.at(-1),
        long_tasks: long.length,
        longest_task: Math.max(0, ...long),
        long_over_100: long.filter((each) => each > 100).length,
        heaps,
        first_shot_ms: firstShotMs,
        ...load,
      }),
    );
    expect(paints.length).toBeGreaterThan(0);
  } finally {
    await station.dispose();
  }
});

/** The treat page loaded anew, without anything in the browser's cache: until it shows its heading, and what script it took. */
async function firstLoad(
  page: import('@playwright/test').Page,
  station: Station,
): Promise<{ load_ms: number; script_bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < 5; turn++) {
    const context = await page.context().browser()?.newContext();
    if (context === undefined) throw new Error('The browser is gone.');
    await context.addCookies(await page.context().cookies());
    const fresh = await context.newPage();
    const begun = performance.now();
    await fresh.goto(`${station.url}/treat`, { waitUntil: 'commit' });
    await fresh.getByRole('heading', { level: 1 }).waitFor();
    times.push(performance.now() - begun);
    bytes = await fresh.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter((entry) => entry.initiatorType === 'script' || entry.name.endsWith('.js'))
        .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
    );
    await context.close();
  }
  times.sort((a, b) => a - b);
  return { load_ms: times[2] ?? Number.NaN, script_bytes: bytes };
}
