import type { Page } from '@playwright/test';
import { signIn } from './clinic';
import { expect as baseExpect, test } from './fixtures';
import { arm, begin, finish, prepareOwn, primeByPage, treatZone } from './treating';

test.use({ file: 'sounds', orders: true, actionTimeout: 15_000 });
test.describe.configure({ timeout: 300_000 });

const expect = baseExpect.configure({ timeout: 30_000 });

declare global {
  interface Window {
    heard: { hertz: number; at: number }[];
    drawn: Map<HTMLCanvasElement, number[]>;
  }
}

test.afterEach(async ({ ready }) => {
  await ready.station.order({ do: 'end' });
  await finish(ready.clinic);
});

/** Notes every tone that begins, by its pitch and its time; the browser's own lock stays as it is. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.heard = [];
    const create = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function (this: AudioContext) {
      const oscillator = create.call(this);
      const start = oscillator.start.bind(oscillator);
      oscillator.start = (at?: number) => {
        window.heard.push({ hertz: oscillator.frequency.value, at: at ?? this.currentTime });
        start(at);
      };
      return oscillator;
    };
  });
}

const tones = (page: Page, hertz: number) =>
  page.evaluate((wanted) => window.heard.filter((tone) => tone.hertz === wanted).map((tone) => tone.at), hertz);

// Aim: while the browser keeps sound locked the page says so, and one press unlocks it; then each shot clicks, a zone that is done has its two tones, a
// fault has the ten pulses of a high priority and goes on sounding; muted, nothing sounds, and that is seen.
test('what is heard, and what is said while nothing can be', async ({ page: desk, ready }) => {
  const { station, clinic } = ready;
  await begin(clinic, await prepareOwn(clinic, 11));
  await signIn(desk, station, 'carla');
  // Where somebody has just pressed something, the next page may sound too: the lock is that of a page opened by itself.
  const page = await desk.context().newPage();
  await listen(page);
  await page.goto(`${station.url}/treat`);
  const locked = page.getByRole('button', { name: 'Sound is locked by the browser: press to enable' });
  await expect(locked).toBeVisible();
  await locked.click();
  await expect(locked).toBeHidden();
  await primeByPage(page);
  await arm(page);
  await treatZone(page, 'forehead');
  await expect.poll(async () => (await tones(page, 1_200)).length, 'a click a shot').toBeGreaterThan(0);
  const { zones } = await clinic.ask('carla', 'GET', '/station');
  // Shots that come within one frame click once.
  expect((await tones(page, 1_200)).length).toBeGreaterThanOrEqual(zones[0].shots - 1);
  expect((await tones(page, 1_200)).length).toBeLessThanOrEqual(zones[0].shots);
  await expect.poll(async () => (await tones(page, 880)).length, 'the second tone of a zone that is done').toBe(1);
  const [second] = await tones(page, 880);
  const before = (await tones(page, 660)).filter((at) => Math.abs(at - ((second ?? 0) - 0.2)) < 0.05);
  expect(before, 'the first of the two tones').toHaveLength(1);

  await page.evaluate(() => window.heard.splice(0));
  await station.order({ do: 'fault', spec: 'occlusion@now,for=60s' });
  await arm(page).catch(() => undefined);
  await expect(page.getByTestId('latched')).toBeVisible();
  await expect.poll(async () => (await tones(page, 880)).length, 'ten pulses, and ten again').toBeGreaterThanOrEqual(20);
  const pulses = (await tones(page, 880)).slice(0, 10);
  const spaces = pulses.slice(1).map((at, index) => Math.round((at - (pulses[index] ?? 0)) * 100) / 100);
  expect(spaces).toEqual([0.2, 0.2, 0.35, 0.2, 0.65, 0.2, 0.2, 0.35, 0.2]);

  await page.getByRole('button', { name: 'Mute sound' }).click();
  await expect(page.getByRole('button', { name: 'Sound is muted: press to hear again' })).toHaveAttribute('aria-pressed', 'true');
  const muted = (await tones(page, 880)).length;
  // Longer than the alarm's pause: the page's own clock says when.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 6_000)));
  expect((await tones(page, 880)).length).toBe(muted);
  await page.getByRole('button', { name: 'Sound is muted: press to hear again' }).click();
});

// Aim: pressure and depth are drawn about twenty times a second while a zone is treated: ten a second would fail.
test('the traces are drawn at 20 Hz', async ({ page, ready }) => {
  const { station, clinic } = ready;
  await begin(clinic, await prepareOwn(clinic, 12, 20));
  await signIn(page, station, 'carla');
  await page.addInitScript(() => {
    window.drawn = new Map();
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      const times = window.drawn.get(this.canvas) ?? [];
      times.push(performance.now());
      window.drawn.set(this.canvas, times);
      clear.apply(this, box);
    };
  });
  await page.goto(`${station.url}/treat`);
  await primeByPage(page);
  await expect(page.getByTestId('traces')).toHaveAttribute('data-sends', 'true');
  await arm(page);
  const rates = () =>
    page.evaluate(async () => {
      const from = performance.now();
      await new Promise((done) => setTimeout(done, 3_000));
      const seconds = (performance.now() - from) / 1_000;
      return [...window.drawn.entries()]
        .filter(([canvas]) => canvas.isConnected)
        .map(([, times]) => times.filter((at) => at >= from).length / seconds);
    });
  // A machine that is busy with something else may drop frames for a while: one window of three seconds is enough.
  await expect(async () => {
    const seen = await rates();
    expect(seen).toHaveLength(2);
    for (const rate of seen) {
      expect(rate).toBeGreaterThan(14);
      expect(rate).toBeLessThan(30);
    }
  }).toPass({ timeout: 40_000 });
  await expect(page.locator('.trace-now').first()).toHaveText(/^-?\d+\skPa$/);
  await expect(page.locator('.trace-now').last()).toHaveText(/^\d+(\.\d+)?\smm$/);
});
