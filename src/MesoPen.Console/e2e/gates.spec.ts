import type { Browser, Locator, Page } from '@playwright/test';
import { type Clinic, people, signIn } from './clinic';
import { expect as baseExpect, test } from './fixtures';
import type { Station } from './station';
import { begin, finish, type Own, prepare, prepareOwn, primeByPage } from './treating';

test.use({ file: 'gates', orders: true, actionTimeout: 15_000 });

// The list is asked anew every 15 s.
const expect = baseExpect.configure({ timeout: 30_000 });

const today = new Date().toISOString().slice(0, 10);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const line = (page: Page, gate: string): Locator => page.locator(`[data-check="${gate}"]`);

/** A gate that shuts in an open session: how, what is said, where its link leads, and how it is mended there, if it can be. */
interface Shut {
  what: string;
  gate: string;
  shut: (clinic: Clinic, own: Own) => Promise<unknown>;
  why: string | RegExp;
  link: string;
  to: (own: Own) => string;
  mend?: (page: Page, own: Own, help: { clinic: Clinic; browser: Browser; station: Station }) => Promise<void>;
}

/** Asks one question of the screening anew, with no. */
async function no(page: Page, question: string, name: string): Promise<void> {
  await button(page, `Ask anew: ${name}`).click();
  await page.locator(`[data-question="${question}"]`).getByRole('radio', { name: 'No' }).check();
  await button(page, 'Save the answers').click();
  await expect(page.getByText('No question was answered with yes.')).toBeVisible();
}

/** Answers every question that is asked with no. */
async function noToAll(page: Page): Promise<void> {
  await page.locator('[data-question]').first().waitFor();
  for (const question of await page.locator('[data-question]').all()) await question.getByRole('radio', { name: 'No' }).check();
  await button(page, 'Save the answers').click();
  await expect(page.getByText('No question was answered with yes.')).toBeVisible();
}

/** Both sign the consent that is shown: the patient by typing. */
async function signConsent(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Type the name/ }).check();
  await page.getByLabel('Name, as the patient types it').fill('Pat Example');
  await page.getByRole('checkbox', { name: /The patient typed this name here/ }).check();
  await button(page, 'Sign as the patient').click();
  await signAsClinician(page);
}

async function signAsClinician(page: Page): Promise<void> {
  await button(page, 'Sign as the clinician').click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Password' }).fill(people.carla.password);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click();
  await expect(page.locator('[data-state="counts"]').first()).toBeVisible();
}

/** Another policy of the site, by two people. */
async function policy(clinic: Clinic, change: object): Promise<void> {
  const site = await clinic.ask('ada', 'GET', '/site');
  const { proposal_id } = await clinic.ask(
    'ada',
    'POST',
    '/site/proposals',
    { policy: { ...site.policy, ...change }, base_version: site.policy_version, reason: 'A test' },
    { sign: true },
  );
  await clinic.ask('enno', 'POST', `/site/proposals/${proposal_id}/approval`, undefined, { sign: true });
}

const screening = (own: Own) => `/patients/${own.patient}/screening`;

const shut: readonly Shut[] = [
  {
    what: 'an answer that forbids treatment',
    gate: 'screening',
    shut: (clinic, own) => clinic.screen(own.patient, { pregnancy: {} }),
    why: 'Yes to pregnancy.',
    link: 'To the screening',
    to: screening,
    mend: (page) => no(page, 'pregnancy', 'Pregnancy'),
  },
  {
    what: 'a question that was not asked',
    gate: 'screening',
    shut: (clinic, own) => clinic.screen(own.patient, {}, ['keloid']),
    why: 'Not answered: keloid.',
    link: 'To the screening',
    to: screening,
    mend: async (page) => {
      await button(page, 'Ask today’s questions anew').click();
      await noToAll(page);
    },
  },
  {
    what: 'a caution that nobody weighed',
    gate: 'screening',
    shut: (clinic, own) => clinic.screen(own.patient, { diabetes: {} }),
    why: 'Yes to diabetes: weigh it',
    link: 'To the screening',
    to: screening,
    mend: async (page) => {
      await page.getByLabel('Why treatment is right in spite of: Diabetes').fill('Well controlled');
      await button(page, 'I have weighed it').click();
      await expect(page.getByText('Weighed by carla', { exact: false })).toBeVisible();
    },
  },
  {
    what: 'a clearance that is needed',
    gate: 'screening',
    shut: (clinic, own) => clinic.screen(own.patient, { autoimmune: {} }),
    why: 'no clearance for it is valid today',
    link: 'To the screening',
    to: screening,
    mend: async (page) => {
      await button(page, 'Add a medical clearance').click();
      await page.getByLabel('For which question').selectOption('autoimmune');
      await page.getByLabel('Given by').fill('Dr. Example, Example Street');
      await page.getByLabel('Day it was given').fill(today);
      await page.getByLabel('Last day on which it counts').fill(today);
      await page.getByLabel('Where the paper lies').fill('Folder 7');
      await button(page, 'Attach the clearance').click();
      await expect(page.getByText('A medical clearance by Dr. Example', { exact: false })).toBeVisible();
    },
  },
  {
    what: 'an infection in a zone of the plan',
    gate: 'screening',
    shut: (clinic, own) => clinic.screen(own.patient, { 'infection-or-rash': { zones: ['cheek.left'] } }),
    why: 'Yes to infection-or-rash in cheek.left.',
    link: 'To the screening',
    to: screening,
    mend: (page) => no(page, 'infection-or-rash', 'Infection or rash of the skin'),
  },
  {
    what: 'an allergy to what would be injected',
    gate: 'screening',
    shut: (clinic, own) => clinic.screen(own.patient, { hypersensitivity: { substances: ['Hyaluronate'] } }),
    why: 'holds a substance that the patient named',
    link: 'To the screening',
    to: screening,
    mend: (page) => no(page, 'hypersensitivity', 'Hypersensitivity to a substance'),
  },
  {
    what: 'a consent that was withdrawn',
    gate: 'consent',
    shut: async (clinic, own) => {
      const { items } = await clinic.ask('carla', 'GET', `/patients/${own.patient}/consents`);
      await clinic.ask('carla', 'POST', `/patients/${own.patient}/consents/${items[0].id}/withdrawal`, {
        reason: 'Another thought',
      });
    },
    why: 'The patient withdrew the consent to this plan.',
    link: 'To the consent',
    to: (own) => `/patients/${own.patient}/consents`,
    mend: async (page) => {
      await button(page, 'Draw up a consent').click();
      await signConsent(page);
    },
  },
  {
    what: 'a sign-off for the device that was withdrawn',
    gate: 'competence',
    shut: (clinic) =>
      clinic.ask('enno', 'POST', '/people/carla/competence-withdrawal', { device_family: 'gun-5', reason: 'Refresher is due' }),
    why: 'Carla Example is not signed off for gun-5',
    link: 'To people',
    to: () => '/people',
    mend: async (page, _, { browser, station }) => {
      await expect(page.locator('[data-id="carla"]')).toBeVisible();
      const other = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-GB' });
      const second = await other.newPage();
      await signIn(second, station, 'enno');
      await second.goto(`${station.url}/people/person/carla`);
      await second.getByRole('combobox', { name: 'Family of devices' }).fill('gun-5');
      await second.getByLabel(/^Until/).fill('2070-12-31');
      await second.getByRole('button', { name: 'Sign off' }).click();
      const dialog = second.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^Password/ }).fill(people.enno.password);
      await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
      await expect(second.locator('[data-id="gun-5"]')).toContainText('Signed by Enno Example');
      await other.close();
    },
  },
  {
    what: 'another treatment too short ago',
    gate: 'plan',
    shut: (clinic, own) =>
      clinic.ask('carla', 'POST', `/patients/${own.patient}/other-treatments`, { kind: 'peel', day: today, zones: [] }),
    why: '14 days after a treatment of the kind peel',
    link: 'To other treatments',
    to: (own) => `/patients/${own.patient}/other-treatments`,
    mend: async (page) => {
      await button(page, 'Withdraw').click();
      await page.getByRole('dialog').getByLabel('Reason').fill('It was another patient’s');
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
      await expect(page.getByText('Withdrawn: It was another patient’s')).toBeVisible();
    },
  },
  {
    what: 'a needle head that was discarded',
    gate: 'fresh_needle',
    shut: (clinic, own) => clinic.ask('carla', 'POST', `/heads/${own.head}/discard`, { reason: 'It fell' }),
    why: /discarded|taken out of use/i,
    link: 'To products and heads',
    to: () => '/stock/heads',
    mend: async (page, own, { station }) => {
      const running = `8${own.head.split('-')[1]}`;
      await button(page, 'Take a needle head in').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Type of head').selectOption('HT-5');
      await dialog.getByLabel('Lot').fill('H2031');
      await dialog.getByLabel('Sterile until').fill('2070-12-31');
      await dialog.getByLabel('Running number').fill(running);
      await dialog.getByRole('button', { name: 'Take in', exact: true }).click();
      await expect(page.locator(`[data-id="H2031-${running}"]`)).toBeVisible();
      await page.goto(`${station.url}/treat`);
      await page.locator('[data-action="needle"]').getByRole('button').click();
      const guided = page.getByRole('dialog', { name: 'Change the needle head' });
      await guided.getByLabel('New head').first().click();
      await page.getByRole('option', { name: new RegExp(`^H2031-${running} `) }).click();
      await guided.getByRole('button', { name: 'Next' }).click();
      await guided.getByLabel('The device is off the skin, and nobody touches the trigger').check();
      await guided.getByRole('button', { name: 'Next' }).click();
      await guided.getByRole('button', { name: 'It is fitted' }).click();
      await expect(guided.getByText('Recorded. Next: prime.')).toBeVisible();
    },
  },
  {
    what: 'how long a screening counts is not stated',
    gate: 'screening',
    shut: (clinic) => policy(clinic, { screening_days: null }),
    why: 'screening_days is not set',
    link: "To the site's settings",
    to: () => '/site',
    mend: async (page, _, { clinic }) => {
      await expect(page.getByRole('heading', { name: /Policy that holds/ })).toBeVisible();
      // By two people: site.spec.ts has it by page.
      await policy(clinic, { screening_days: 7 });
    },
  },
  {
    what: 'how long a consent counts is not stated',
    gate: 'consent',
    shut: (clinic) => policy(clinic, { consent_days: null }),
    why: 'consent_days is not set',
    link: "To the site's settings",
    to: () => '/site',
    mend: (_page, _own, { clinic }) => policy(clinic, { consent_days: 90 }),
  },
  {
    what: 'heads of several needles are forbidden',
    gate: 'fresh_needle',
    shut: (clinic) => policy(clinic, { forbids_multi_needle_heads: true }),
    why: 'the site allows heads of one needle alone',
    link: 'To products and heads',
    to: () => '/stock/heads',
    mend: (_page, _own, { clinic }) => policy(clinic, { forbids_multi_needle_heads: false }),
  },
  // What nothing mends in this session: the line stays red, and says where to look.
  {
    what: 'a lot that is recalled',
    gate: 'product',
    shut: (clinic, own) => clinic.ask('carla', 'POST', `/lots/${own.lot}/recall`, { reason: 'Letter of the maker' }),
    why: 'is recalled: Letter of the maker.',
    link: 'To products and heads',
    to: () => '/stock/lots',
  },
  {
    what: 'a vial that was discarded',
    gate: 'vial',
    shut: (clinic, own) => clinic.ask('carla', 'POST', `/vials/${own.vial}/discard`, { reason: 'Broken' }),
    why: /discarded|taken out of use/i,
    link: 'To products and heads',
    to: () => '/stock/vials',
  },
  {
    what: 'a series that was ended',
    gate: 'plan',
    shut: (clinic, own) =>
      clinic.ask('carla', 'POST', `/plans/${own.plan}/end`, { reason: 'Moved away' }, { versionOf: `/plans/${own.plan}` }),
    why: 'The plan was ended',
    link: "To the patient's plans",
    to: (own) => `/patients/${own.patient}/plans`,
  },
  {
    what: 'a plan that was changed',
    gate: 'plan',
    shut: async (clinic, own) => {
      const { items } = await clinic.ask('carla', 'GET', `/plans?patient=${own.patient}`);
      const { zones, product_id, device_family, prime_nl, sticks_max, sticks_reason, course } = items[0].versions[0];
      await clinic.ask(
        'carla',
        'PUT',
        `/plans/${own.plan}`,
        {
          reason: 'Less is enough',
          content: { product_id, device_family, prime_nl, sticks_max, sticks_reason, course, zones: zones.slice(0, 2) },
        },
        { versionOf: `/plans/${own.plan}` },
      );
    },
    why: 'names version 1 of the plan, and the newest is 2',
    link: "To the patient's plans",
    to: (own) => `/patients/${own.patient}/plans`,
  },
];

test.afterEach(async ({ ready }) => finish(ready.clinic));

// Aim: the gate is seen shut with its reason and its remedy, its link leads to where it is mended, and mended there the line turns green; while it
// is shut nothing can be armed.
for (const [index, { what, gate, shut: shuts, why, link, to, mend }] of shut.entries())
  test(`${gate}: ${what}`, async ({ page, browser, ready }) => {
    const { station, clinic } = ready;
    const own = await prepareOwn(clinic, 10 + index);
    await begin(clinic, own);
    await signIn(page, station, 'carla');
    await page.goto(`${station.url}/treat`);
    await expect(line(page, gate)).toHaveAttribute('data-state', 'good');
    await shuts(clinic, own);
    // The first is left to the page, which asks anew by itself; who comes to the page sees it at once.
    if (index > 0) await page.reload();
    await expect(line(page, gate)).toHaveAttribute('data-state', 'bad');
    await expect(line(page, gate)).toContainText(why);
    await expect(page.locator('.hold-button')).toBeDisabled();
    await line(page, gate).getByRole('link', { name: link }).click();
    await expect(page).toHaveURL(`${station.url}${to(own)}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await mend?.(page, own, { clinic, browser, station });
    await page.goto(`${station.url}/treat`);
    await expect(line(page, gate)).toHaveAttribute('data-state', mend ? 'good' : 'bad');
  });

/** Chooses what a session needs, and waits until it was rehearsed. */
async function choose(page: Page, station: Station, own: Pick<Own, 'patient' | 'plan' | 'vial' | 'head'>): Promise<void> {
  await page.goto(`${station.url}/treat?patient=${own.patient}&plan=${own.plan}`);
  await page.getByLabel('Vial or mixture').first().click();
  await page.getByRole('option', { name: new RegExp(` ${own.vial} `) }).click();
  await page.getByLabel('Needle head').first().click();
  await page.getByRole('option', { name: new RegExp(`^${own.head} `) }).click();
  await page.getByLabel(/Loaded into the cartridge/).fill('1');
  await expect(page.getByRole('region', { name: 'Rehearsal' })).toBeVisible();
}

// Aim: what keeps a session from being opened is seen in the rehearsal, line by line, with its link; who comes back from mending it finds the choice as
// it was, the lines green, and the session opens.
test('before the session: no screening, no consent, a closed vial', async ({ page, ready }) => {
  const { station, clinic } = ready;
  const { head, lot } = await prepareOwn(clinic, 41);
  const own = { patient: 'P-N1', plan: 'PL-N1', vial: 'V-N1', head };
  await clinic.register(own.patient, 'NN');
  await clinic.ask('carla', 'POST', '/plans', {
    plan_id: own.plan,
    patient_id: own.patient,
    title: 'Face',
    protocol_id: 'PR-1',
    starts_on: today,
  });
  await clinic.ask('ada', 'POST', '/vials', { vial_id: own.vial, lot_id: lot, volume_nl: 5_000_000 });
  await signIn(page, station, 'carla');
  await choose(page, station, own);
  const open = button(page, 'Open the session');
  const treat = page.url();
  for (const [gate, why, link, path, mend] of [
    ['screening', 'The patient has no screening.', 'To the screening', `/patients/${own.patient}/screening`, () => noToAll(page)],
    [
      'consent',
      'The patient has not been asked to consent to this plan.',
      'To the consent',
      `/patients/${own.patient}/consents`,
      async () => {
        await button(page, 'Draw up a consent').click();
        await expect(page.getByRole('radio', { name: /^Type the name/ })).toBeVisible();
      },
    ],
    [
      'consent',
      'The patient has not signed the consent.',
      'To the consent',
      `/patients/${own.patient}/consents`,
      async () => {
        await page.getByRole('article').getByRole('link').click();
        await signConsent(page);
      },
    ],
    [
      'vial',
      'Nobody recorded that the vial V-N1 was opened.',
      'To products and heads',
      '/stock/vials',
      async () => {
        await page.locator('[data-id="V-N1"]').getByRole('button', { name: 'Open vial V-N1 now' }).click();
        await expect(page.locator('[data-id="V-N1"]').getByRole('button', { name: 'Open vial V-N1 now' })).toBeHidden();
      },
    ],
  ] as const) {
    await expect(line(page, gate)).toHaveAttribute('data-state', 'bad');
    await expect(line(page, gate)).toContainText(why);
    await expect(open).toBeDisabled();
    await line(page, gate).getByRole('link', { name: link }).click();
    await expect(page).toHaveURL(station.url + path);
    await mend();
    await page.goto(treat);
    await expect(page.getByRole('region', { name: 'Rehearsal' })).toBeVisible();
    if (why !== 'The patient has not been asked to consent to this plan.')
      await expect(line(page, gate)).toHaveAttribute('data-state', 'good');
  }
  await open.click();
  await expect(page.getByTestId('state')).toBeVisible();
});

// Aim: a vial that holds too little, and a head with another number of needles, are red before anything is opened.
test('before the session: too little in the vial, another number of needles', async ({ page, ready }) => {
  const { station, clinic } = ready;
  const own = await prepareOwn(clinic, 42);
  await clinic.ask('ada', 'POST', '/vials', { vial_id: 'V-N2', lot_id: own.lot, volume_nl: 200_000 });
  await clinic.ask('carla', 'POST', '/vials/V-N2/open', undefined, { versionOf: '/vials/V-N2' });
  await clinic.ask('ada', 'POST', '/head-types', {
    head_type_id: 'HT-1',
    sheet: { title: 'One needle', needles: 1, punctures_warning: 150, punctures_max: 200, reason: 'Example' },
  });
  await clinic.ask('ada', 'POST', '/heads', {
    head_type_id: 'HT-1',
    lot: 'H1',
    sterile_until: '2070-12-31',
    running_number: 1,
  });
  await signIn(page, station, 'carla');
  await choose(page, station, { ...own, vial: 'V-N2', head: 'H1-1' });
  for (const [gate, why, path] of [
    ['vial', /are needed, and 0\.2 mL are left in V-N2/, '/stock/vials'],
    ['fresh_needle', 'The head H1-1 has 1 needle, and gun-5 is set up for 5 needles.', '/stock/heads'],
  ] as const) {
    await expect(line(page, gate)).toHaveAttribute('data-state', 'bad');
    await expect(line(page, gate)).toContainText(why);
    await expect(line(page, gate).getByRole('link')).toHaveAttribute('href', path);
  }
});

// Aim: what only the device knows is red with its reason: not there, not tested, calibration over or never made, line not primed; each turns green
// when it is mended; and when all stands the list folds into one line and the button that arms is on the first screen.
test('what only the device knows, up to a list that folds', async ({ page, ready }) => {
  test.slow();
  const { station, clinic } = ready;
  const own = await prepare(clinic, 51);
  await begin(clinic, { ...own, lot: 'L-1', vial: 'V-1' });
  await signIn(page, station, 'carla');
  await page.goto(`${station.url}/treat`);
  await expect(line(page, 'self_test')).toHaveAttribute('data-state', 'good');

  await station.stopDevice();
  await expect(line(page, 'device')).toHaveAttribute('data-state', 'bad');
  await expect(line(page, 'calibration')).toHaveAttribute('data-state', 'wait');
  await line(page, 'device').getByRole('link', { name: 'To devices' }).click();
  await expect(page).toHaveURL(`${station.url}/devices`);

  await station.startControlled('--calibration-due', '2020-01-31');
  await page.goto(`${station.url}/treat`);
  await expect(line(page, 'device')).toHaveAttribute('data-state', 'good');
  await expect(line(page, 'calibration')).toHaveAttribute('data-state', 'bad');
  await expect(line(page, 'calibration')).toContainText('It was due on 2020-01-31.');
  await line(page, 'calibration').getByRole('link', { name: 'To calibration' }).click();
  await expect(page).toHaveURL(`${station.url}/calibration`);

  await station.stopDevice();
  await station.startControlled('--calibration-due', 'never', '--fault', 'contact.stuck');
  await page.goto(`${station.url}/treat`);
  await expect(line(page, 'calibration')).toContainText('It was never calibrated.');
  await expect(line(page, 'self_test')).toHaveAttribute('data-state', 'bad');
  await expect(line(page, 'self_test')).toContainText('has not passed its self-test');
  await station.order({ do: 'end', name: 'contact.stuck' });
  await expect(line(page, 'self_test')).toHaveAttribute('data-state', 'good');

  await station.stopDevice();
  await station.startControlled();
  await expect(line(page, 'calibration')).toHaveAttribute('data-state', 'good');
  await expect(line(page, 'primed')).toHaveAttribute('data-state', 'bad');
  await expect(line(page, 'primed')).toContainText('Prime the line, off the skin');
  await expect(page.locator('.hold-button')).toBeDisabled();
  await primeByPage(page);
  await expect(line(page, 'primed')).toBeHidden();
  await expect(page.getByText('✓ All 16 stand')).toBeVisible();
  await expect(page.locator('.hold-button')).toBeEnabled();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page.locator('.hold-button')).toBeInViewport({ ratio: 1 });
  const stop = await page.locator('#stop').boundingBox();
  const hold = await page.locator('.hold-button').boundingBox();
  expect((hold?.y ?? 0) + (hold?.height ?? 0), 'the button ends above the stop bar').toBeLessThanOrEqual(stop?.y ?? 0);
  await button(page, 'Show each').click();
  await expect(line(page, 'primed')).toHaveAttribute('data-state', 'good');
});
