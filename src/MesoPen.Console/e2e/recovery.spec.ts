import type { Page } from '@playwright/test';
import { type Clinic, signIn } from './clinic';
import { expect as baseExpect, test } from './fixtures';
import type { Station } from './station';
import { arm, begin, closeByPage, finish, type Own, prepareOwn, primeByPage, release, stopButton, treatZone } from './treating';

test.use({ file: 'recovery', orders: true, actionTimeout: 15_000 });

const expect = baseExpect.configure({ timeout: 30_000 });

let away = false;
let number = 10;

test.afterEach(async ({ ready: { station, clinic } }) => {
  if (away) {
    await station.stopDevice();
    await station.startControlled();
  } else {
    await station.order({ do: 'hands', by: 'operator' });
    await station.order({ do: 'end' });
  }
  away = false;
  await finish(clinic);
});

const armed = (page: Page) => page.locator('.zone[data-armed="true"]');
const state = (page: Page) => page.getByTestId('state');
const allowed = (page: Page) => page.locator('.actions li[data-allowed="true"]');
const unknown = (page: Page) => page.getByTestId('unknown');

/** A session of its own that is armed by page, with its first shots given. */
async function treating(page: Page, { station, clinic }: { station: Station; clinic: Clinic }): Promise<Own> {
  const own = await prepareOwn(clinic, number++, 20);
  await begin(clinic, own);
  await signIn(page, station, 'carla');
  await page.goto(`${station.url}/treat`);
  await primeByPage(page);
  await arm(page);
  return own;
}

/** The menu says what the host says, word for word, and offers a step or says what is waited for: a new head alone helps nobody on. */
async function expectMenu(page: Page, clinic: Clinic): Promise<void> {
  await expect(async () => {
    const { actions, wait_for } = await clinic.ask('carla', 'GET', '/station');
    for (const { id, allowed: may, why } of actions) {
      const line = page.locator(`.actions li[data-action="${id}"]`);
      await expect(line).toHaveAttribute('data-allowed', String(may), { timeout: 500 });
      if (why) await expect(line).toContainText(why, { timeout: 500 });
    }
    if (wait_for) await expect(page.getByTestId('wait-for')).toHaveText(wait_for, { timeout: 500 });
    const helps = actions.some((each: { id: string; allowed: boolean }) => each.allowed && each.id !== 'needle');
    expect(helps || Boolean(wait_for)).toBe(true);
  }).toPass({ timeout: 30_000 });
}

/** Does by page whatever the menu offers first, until the zone is armed again or done. */
async function leadOn(page: Page): Promise<void> {
  await expect(async () => {
    if (await page.getByTestId('latched').isVisible()) await release(page);
    if (await page.getByTestId('prime-next').isVisible()) await primeByPage(page);
    await treatZone(page, 'forehead');
  }).toPass({ timeout: 90_000 });
}

interface Trouble {
  what: string;
  begin: (page: Page, station: Station) => Promise<void>;
  end?: (station: Station) => Promise<void>;
  /** The states that it leads to. */
  states: RegExp;
  says: string | RegExp;
  /** What must be offered then. */
  offers: string;
}

const fault = (spec: string) => (_: Page, station: Station) => station.order({ do: 'fault', spec });
const endFaults = (station: Station) => station.order({ do: 'end' });

const troubles: readonly Trouble[] = [
  {
    what: 'a pause',
    begin: (page) => page.getByRole('button', { name: 'Pause', exact: true }).click(),
    states: /^Paused$/,
    says: /Paused|Forehead/,
    offers: 'arm',
  },
  {
    what: 'a stop by page',
    begin: (page) => stopButton(page).click(),
    states: /^Stopped$/,
    says: 'Stopped: nothing fires',
    offers: 'release',
  },
  {
    what: 'a stop at the device itself',
    begin: async (_, station) => station.order({ do: 'hands', stop_button: true }),
    end: async (station) => {
      await station.order({ do: 'hands', stop_button: false });
      await station.order({ do: 'hands', by: 'operator' });
    },
    states: /^(Stopped|Fault)$/,
    says: 'Stopped: nothing fires',
    offers: 'release',
  },
  {
    what: 'a line that is blocked',
    begin: fault('occlusion@now,for=60s'),
    end: endFaults,
    states: /^Fault$/,
    says: 'The line is blocked',
    offers: 'release',
  },
  {
    what: 'a needle that is stuck',
    begin: fault('needle.stuck@now,for=3s'),
    end: endFaults,
    states: /^Fault$/,
    says: /needle/i,
    offers: 'release',
  },
  {
    what: 'a lease that lapsed on a silent line',
    begin: fault('link.silent@now,for=2s'),
    states: /^(Paused|Standby|Ready)$/,
    says: /Paused|Standby|Ready/,
    offers: 'arm',
  },
  {
    what: 'a cable that was cut',
    begin: fault('link.cut@now,for=2s'),
    states: /^(Paused|Standby|Ready)$/,
    says: /Paused|Standby|Ready/,
    offers: 'arm',
  },
];

// Aim: whatever ends a permit, the page says what happened, its menu is the host's, and doing what it offers leads back to a treated zone.
for (const trouble of troubles)
  test(`${trouble.what} leads on`, async ({ page, ready }) => {
    test.slow();
    const { station, clinic } = ready;
    await treating(page, ready);
    await trouble.begin(page, station);
    await expect(armed(page)).toHaveCount(0);
    await expectMenu(page, clinic);
    await expect(state(page)).toHaveText(trouble.states);
    await expect(page.locator('main')).toContainText(trouble.says);
    await trouble.end?.(station);
    await expect(page.locator(`.actions li[data-action="${trouble.offers}"]`)).toHaveAttribute('data-allowed', 'true');
    await expectMenu(page, clinic);
    await leadOn(page);
  });

async function settle(page: Page): Promise<void> {
  await unknown(page).getByRole('button', { name: 'Take over as delivered' }).click();
  const dialog = page.getByRole('dialog', { name: 'Unknown shots' });
  await dialog.getByLabel('Why the device cannot tell').fill('It was dropped and is broken');
  await dialog.getByRole('button', { name: 'Take over as delivered' }).click();
  await expect(dialog).toBeHidden();
}

// Aim: a device that never comes back leaves a way to a closed record: the page says to press Stop, what may have been given is shown as unknown and
// counted, taken over by page with a reason, and the session closed.
test('a device that is lost for good', async ({ page, ready }) => {
  test.slow();
  const { station, clinic } = ready;
  await treating(page, ready);
  await expect.poll(async () => (await clinic.ask('carla', 'GET', '/station')).delivered_nl).toBeGreaterThan(0);
  away = true;
  await station.stopDevice('SIGKILL');
  await expect(page.locator('[data-alarm="device"]')).toContainText('The device is not heard.');
  await expect(state(page)).toHaveText(/not connected|Connecting/);
  await expectMenu(page, clinic);
  await expect(page.locator('.actions li[data-action="settle"]')).toContainText('press Stop');
  await stopButton(page).click();
  await expect(page.getByTestId('latched')).toBeVisible();
  await expectMenu(page, clinic);
  await expect(unknown(page)).toContainText('The last permit is open');
  await settle(page);
  await expect(unknown(page)).toBeHidden();
  await expect(allowed(page).and(page.locator('[data-action="close"]'))).toBeVisible();
  await expectMenu(page, clinic);
  await closeByPage(page);
});
