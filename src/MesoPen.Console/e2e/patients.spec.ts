import type { Locator, Page } from '@playwright/test';
import { type Clinic, people, signIn } from './clinic';
import { expect, test } from './fixtures';
import { settled, violations } from './looks';

test.use({ file: 'patients' });

const today = new Date().toISOString().slice(0, 10);
const person = { birth_year: 1980, sex: 'female', skin_type: 3 };

/** Draws across the field for the signature with a finger. */
async function drawByTouch(page: Page): Promise<void> {
  const pad = page.getByTestId('signature-pad');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('No field to sign on.');
  const fingers = await page.context().newCDPSession(page);
  const at = (step: number) => [
    { x: box.x + box.width * (0.1 + 0.04 * step), y: box.y + box.height * (0.5 + 0.3 * (step % 2 === 0 ? 1 : -1)) },
  ];
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step < 20; step++)
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step) });
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await fingers.detach();
}

/** Taps, and once more if nothing came of it: on a machine that is busy a tap takes so long that the browser holds it for a long press. */
async function tap(what: Locator, seen: Locator): Promise<void> {
  await expect(async () => {
    if (await seen.isHidden()) await what.tap({ timeout: 5_000 });
    await expect(seen).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
}

/** Goes to something with the tabulator alone. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let step = 0; step < 120; step++) {
    if (await wanted.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator does not lead to ${wanted}.`);
}

/** Goes to something with the tabulator, and types or presses. */
async function typeInto(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.type(text);
}

async function pressOn(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

const banner = (page: Page) => page.getByTestId('patient-banner');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const radio = (page: Page, question: string, answer: 'Yes' | 'No') =>
  page.locator(`[data-question="${question}"]`).getByRole('radio', { name: answer });

/** A patient of the API: screened with everything answered no but what is said. */
async function screened(clinic: Clinic, id: string, yes: Record<string, object> = {}, left: readonly string[] = []) {
  await clinic.ask('carla', 'POST', '/patients', { patient_id: id, initials: 'XY', ...person });
  const { catalogue_version, questions } = await clinic.ask('carla', 'GET', '/screening-questions');
  const answers = (questions as { id: string }[])
    .filter((each) => !left.includes(each.id))
    .map(({ id: question }) => ({ question, yes: question in yes, ...yes[question] }));
  await clinic.ask('carla', 'POST', `/patients/${id}/screenings`, { catalogue_version, answers });
}

const plan = (clinic: Clinic, patient: string, id: string) =>
  clinic.ask('carla', 'POST', '/plans', {
    plan_id: id,
    patient_id: patient,
    title: 'Face',
    protocol_id: 'PR-1',
    starts_on: today,
  });

// Aim: from a new patient to a consent signed by both, by touch alone; in the end nothing of the file blocks the session.
test('a new patient gets to a signed consent by touch', async ({ page, ready }) => {
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/patients`);
  await tap(page.getByRole('link', { name: 'New patient' }), page.getByLabel('Initials'));
  await page.getByLabel('Id').fill('T-1');
  await page.getByLabel('Initials').fill('TT');
  await page.getByLabel('Year of birth').fill('1990');
  await page.getByLabel('Skin type').selectOption('2');
  const toScreening = banner(page).getByRole('link', { name: 'No screening: ask the questions.' });
  await tap(button(page, 'Register'), toScreening);

  await tap(toScreening, page.locator('[data-question]').first());
  await page.locator('[data-question]').first().waitFor();
  const questions = await page.locator('[data-question]').all();
  expect(questions.length).toBeGreaterThan(15);
  for (const question of questions.slice(1))
    await tap(question.getByRole('radio', { name: 'No' }), question.getByRole('radio', { name: 'No', checked: true }));
  // The one that was passed over is named, and what that means.
  await expect(page.getByTestId('unanswered')).toHaveText('Pregnancy');
  await tap(
    radio(page, 'pregnancy', 'No'),
    page.locator('[data-question="pregnancy"]').getByRole('radio', { name: 'No', checked: true }),
  );
  await expect(page.getByTestId('unanswered')).toBeHidden();
  await tap(button(page, 'Save the answers'), page.getByText('No question was answered with yes.'));

  const newPlan = page.getByRole('link', { name: 'New plan from a protocol' });
  await tap(banner(page).getByRole('link', { name: 'No plan: make one from a protocol.' }), newPlan);
  await tap(newPlan, page.getByLabel('Protocol'));
  await page.getByLabel('Protocol').selectOption('PR-1');
  await page.getByLabel('Id of the plan').fill('T-PL');
  await tap(button(page, 'Make the plan'), page.getByRole('heading', { level: 1, name: 'Face, three zones' }));

  const drawUp = button(page, 'Draw up a consent');
  await tap(banner(page).getByRole('link', { name: 'No consent to this plan: draw it up.' }), drawUp);
  await tap(drawUp, page.getByTestId('signature-pad'));
  // The whole text stands there before anybody signs: its last paragraph too.
  await expect(page.getByText('Come to the follow-up, and call the clinic if anything worries you.')).toBeVisible();
  await expect(page.getByText('The patient signs first: the clinician’s signature covers the patient’s.')).toBeVisible();
  await drawByTouch(page);
  await tap(button(page, 'Clear the field'), page.getByRole('img', { name: 'Field for the signature, empty' }));
  await expect(button(page, 'Sign as the patient')).toBeDisabled();
  await drawByTouch(page);
  await expect(page.getByText('A signature cannot be taken back or changed', { exact: false })).toBeVisible();
  await tap(button(page, 'Sign as the patient'), page.getByTestId('patient-signature'));
  await expect(banner(page).getByRole('link', { name: 'The clinician has not signed the consent.' })).toBeVisible();
  await tap(button(page, 'Sign as the clinician'), page.getByRole('dialog'));
  await page.getByRole('dialog').getByRole('textbox', { name: 'Password' }).fill(people.carla.password);
  await tap(page.getByRole('dialog').getByRole('button', { name: 'Sign' }), page.locator('[data-state="counts"]'));
  await expect(banner(page)).toContainText('Nothing in this file blocks the next session.');

  // The record holds what was drawn: strokes of whole numbers within the field.
  const { items } = await ready.clinic.ask('carla', 'GET', '/patients/T-1/consents');
  const { drawing } = items[0].patient;
  expect(drawing.strokes).toHaveLength(1);
  expect(drawing.strokes[0].every((value: number) => Number.isInteger(value))).toBe(true);
});

// Aim: the same way without a pointer: every step can be reached and done with the keyboard, and the typed name says of itself that it was typed.
test('a new patient gets to a signed consent by keyboard alone', async ({ page, ready }) => {
  test.slow();
  await signIn(page, ready.station, 'carla');
  await page.goto(`${ready.station.url}/patients`);
  await pressOn(page, page.getByRole('link', { name: 'New patient' }));
  await typeInto(page, page.getByLabel('Id'), 'K-1');
  await typeInto(page, page.getByLabel('Initials'), 'KK');
  await typeInto(page, page.getByLabel('Year of birth'), '1975');
  await typeInto(page, page.getByLabel('Skin type'), '4');
  await pressOn(page, button(page, 'Register'));

  await pressOn(page, banner(page).getByRole('link', { name: 'No screening: ask the questions.' }));
  await page.locator('[data-question]').first().waitFor();
  for (const question of await page.locator('[data-question]').all()) {
    // A group without an answer is entered at its first radio; the arrow goes to the next and chooses it.
    await tabTo(page, question.getByRole('radio', { name: 'Yes' }));
    await page.keyboard.press('ArrowRight');
    await expect(question.getByRole('radio', { name: 'No' })).toBeChecked();
  }
  await pressOn(page, button(page, 'Save the answers'));
  await expect(page.getByText('No question was answered with yes.')).toBeVisible();

  await pressOn(page, banner(page).getByRole('link', { name: 'No plan: make one from a protocol.' }));
  await pressOn(page, page.getByRole('link', { name: 'New plan from a protocol' }));
  await typeInto(page, page.getByLabel('Protocol'), 'Face, three');
  await typeInto(page, page.getByLabel('Id of the plan'), 'K-PL');
  await pressOn(page, button(page, 'Make the plan'));
  await pressOn(page, banner(page).getByRole('link', { name: 'No consent to this plan: draw it up.' }));
  await pressOn(page, button(page, 'Draw up a consent'));

  await tabTo(page, page.getByRole('radio', { name: 'Draw with pen, finger or mouse' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('This is not a handwritten signature.', { exact: false })).toBeVisible();
  await typeInto(page, page.getByLabel('Name, as the patient types it'), 'Kay Example');
  await expect(button(page, 'Sign as the patient')).toBeDisabled();
  await pressOn(page, page.getByRole('checkbox', { name: /The patient typed this name here/ }), 'Space');
  await pressOn(page, button(page, 'Sign as the patient'));
  await expect(page.getByTestId('patient-signature')).toBeVisible();
  await pressOn(page, button(page, 'Sign as the clinician'));
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Password' })).toBeFocused();
  await page.keyboard.type(people.carla.password);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-state="counts"]')).toBeVisible();
  await expect(banner(page)).toContainText('Nothing in this file blocks the next session.');
});

// Aim: whatever blocks the next session stands in the banner in a line that leads to where it is mended; and only that.
test('each block is shown with its link', async ({ page, ready }) => {
  const { clinic, station } = ready;
  const cases: [string, { yes?: Record<string, object>; left?: string[] }, string, string, RegExp][] = [
    ['B-1', { left: ['keloid'] }, 'screening-incomplete', 'Not answered: Keloids', /B-1\/screening$/],
    ['B-2', { yes: { pregnancy: {} } }, 'contraindicated', 'Do not treat. Yes to: Pregnancy.', /B-2\/screening#pregnancy$/],
    ['B-3', { yes: { autoimmune: {} } }, 'clearance-needed', 'Medical clearance needed', /B-3\/screening#autoimmune$/],
    [
      'B-4',
      { yes: { diabetes: {} } },
      'caution-not-acknowledged',
      'Caution to be weighed: Diabetes.',
      /B-4\/screening#diabetes$/,
    ],
    [
      'B-5',
      { yes: { 'infection-or-rash': { zones: ['cheek.left'] } } },
      'infection-in-zone',
      'Infection or rash in a zone of the plan: Cheek, left.',
      /B-5\/screening#infection-or-rash$/,
    ],
    [
      'B-6',
      { yes: { hypersensitivity: { substances: ['Hyaluronate'] } } },
      'allergy',
      'holds what the patient reacts to (Hyaluronate)',
      /B-6\/screening#hypersensitivity$/,
    ],
  ];
  await signIn(page, station, 'carla');
  for (const [id, { yes, left }, type, sentence, link] of cases) {
    await screened(clinic, id, yes, left);
    await plan(clinic, id, `${id}-PL`);
    await clinic.consent(id, `${id}-PL`);
    await page.goto(`${station.url}/patients/${id}`);
    const lines = banner(page).locator('[data-block]');
    await expect(lines).toHaveCount(1);
    await expect(lines).toHaveAttribute('data-block', type);
    await expect(lines).toContainText(sentence);
    await expect(lines.getByRole('link')).toHaveAttribute('href', link);
  }
  await expect(page.getByTestId('findings')).toContainText('Allergy: Hyaluronate');

  // The link leads to the very answer, and weighing it there opens the way.
  await page.goto(`${station.url}/patients/B-4`);
  await banner(page).getByRole('link', { name: 'Caution to be weighed' }).click();
  await page.getByLabel('Why treatment is right in spite of: Diabetes').fill('Well controlled');
  await button(page, 'I have weighed it').click();
  await expect(page.getByText('Weighed by carla', { exact: false })).toBeVisible();
  await expect(banner(page)).toContainText('Nothing in this file blocks the next session.');

  // A clearance of today does the same; when it is withdrawn, it blocks again.
  await page.goto(`${station.url}/patients/B-3/screening`);
  await button(page, 'Add a medical clearance').click();
  await page.getByLabel('For which question').selectOption('autoimmune');
  await page.getByLabel('Given by').fill('Dr. Example, Example Street');
  await page.getByLabel('Day it was given').fill(today);
  await page.getByLabel('Last day on which it counts').fill(today);
  await page.getByLabel('Where the paper lies').fill('Folder 7');
  await button(page, 'Attach the clearance').click();
  await expect(banner(page)).toContainText('Nothing in this file blocks the next session.');
  await page.getByRole('article', { name: 'Autoimmune disease' }).getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('It was another patient’s');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(banner(page).locator('[data-block="clearance-needed"]')).toBeVisible();
});

// Aim: of a consent every way in which it does not count is told, with what to do: unsigned, withdrawn, superseded.
test('a consent that does not count says why', async ({ page, ready }) => {
  const { clinic, station } = ready;
  await screened(clinic, 'C-1');
  await plan(clinic, 'C-1', 'C-PL');
  const { consent } = await clinic.ask('carla', 'POST', '/patients/C-1/consents', { plan_id: 'C-PL' });
  await signIn(page, station, 'carla');
  await page.goto(`${station.url}/patients/C-1`);
  const line = banner(page).locator('[data-block]');
  await expect(line.getByRole('link')).toHaveAttribute('href', `/patients/C-1/consents/${consent.id}`);
  await line.getByRole('link').click();
  await expect(page.locator('[data-state="consent-unsigned-patient"]')).toBeVisible();
  await button(page, 'The patient withdraws the consent').click();
  await expect(page.getByRole('dialog')).toContainText('cannot be undone');
  await page.getByRole('dialog').getByLabel('Reason').fill('Another thought');
  await page.getByRole('dialog').getByRole('button', { name: 'The patient withdraws the consent' }).click();
  await expect(page.locator('[data-state="consent-withdrawn"]')).toContainText('Another thought');
  await expect(banner(page).locator('[data-block="consent-withdrawn"]')).toContainText('Do not treat');
  await page.getByRole('link', { name: 'Draw up a new consent' }).click();
  await expect(page.getByText('drawing up another one ends it', { exact: false })).toBeVisible();
  await button(page, 'Draw up a consent').click();
  await expect(page.locator('[data-state="consent-unsigned-patient"]')).toBeVisible();

  // Another treatment too short ago, and one for which the site states nothing, block as well.
  await clinic.ask('carla', 'POST', '/patients/C-1/other-treatments', { kind: 'peel', day: today, zones: [] });
  await page.reload();
  await expect(banner(page).locator('[data-block="combination-interval"]').getByRole('link')).toHaveAttribute(
    'href',
    '/patients/C-1/other-treatments',
  );
});

// Aim: a patient among 120 others is found by id and by initials; without a search the list says everybody, in parts.
test('a patient among many is found', async ({ page, ready }) => {
  const { clinic, station } = ready;
  for (let number = 1; number <= 120; number++)
    await clinic.ask('carla', 'POST', '/patients', {
      patient_id: `M-${String(number).padStart(4, '0')}`,
      initials: 'MM',
      ...person,
    });
  await clinic.ask('carla', 'POST', '/patients', { patient_id: 'Z-9001', initials: 'ŞQ', ...person });
  await signIn(page, station, 'carla');
  await page.goto(`${station.url}/patients`);
  await expect(page.getByRole('region', { name: 'Due now' })).toContainText('P-0001');
  const search = page.getByRole('searchbox', { name: 'Find a patient' });
  await search.fill('sq');
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toHaveText('1 patient found');
  await expect(page.locator('[data-patient]')).toHaveAttribute('data-patient', 'Z-9001');
  await search.fill('m-0077');
  await page.locator('[data-patient="M-0077"]').click();
  await expect(banner(page)).toContainText('M-0077');
  await page.goBack();
  await search.fill('');
  const last = page.locator('[data-patient="Z-9001"]');
  while (await last.isHidden()) {
    const before = await page.locator('[data-patient]').count();
    await button(page, 'Show more').last().click();
    await expect.poll(() => page.locator('[data-patient]').count()).toBeGreaterThan(before);
  }
});

// Aim: what was typed outlives a refusal, a link by mistake and the back button; what somebody else changed meanwhile is shown before it is overwritten.
test('what was typed is not lost, and nothing is overwritten unseen', async ({ page, ready }) => {
  const { clinic, station } = ready;
  await clinic.ask('carla', 'POST', '/patients', { patient_id: 'W-1', initials: 'WW', ...person });
  await signIn(page, station, 'carla');
  await page.goto(`${station.url}/patients`);
  await page.getByRole('link', { name: 'New patient' }).click();
  await page.getByLabel('Id').fill('W-1');
  await page.getByLabel('Initials').fill('NN');
  await page.getByLabel('Year of birth').fill('1991');
  await page.getByLabel('Skin type').selectOption('5');
  await button(page, 'Register').click();
  await expect(page.locator('[data-problem="exists"]')).toContainText('What to do');
  await expect(page.getByLabel('Initials')).toHaveValue('NN');

  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toContainText('What you typed is not saved');
  await button(page, 'Stay here').click();
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeVisible();
  await button(page, 'Stay here').click();
  await expect(page.getByLabel('Id')).toHaveValue('W-1');
  await page.goBack();
  await button(page, 'Leave without saving').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();

  await page.goto(`${station.url}/patients/W-1/correct`);
  await page.getByLabel('Initials').fill('WX');
  await page.getByLabel('Reason').fill('Misheard');
  const change = { initials: 'WW', birth_year: 1980, sex: 'female', skin_type: 6, reason: 'Seen in daylight' };
  await clinic.ask('carla', 'PUT', '/patients/W-1', change, { versionOf: '/patients/W-1' });
  await button(page, 'Correct').click();
  await expect(page.getByTestId('moved')).toContainText('skin_type: 3 → 6');
  await expect(page.getByLabel('Initials')).toHaveValue('WX');
  await page.getByLabel('Skin type').selectOption('6');
  await button(page, 'Correct').click();
  await expect(banner(page)).toContainText('WX');
  await expect(banner(page)).toContainText('skin type 6');
});

// Aim: an auditor reads everything and is offered nothing that he may not do.
test('an auditor reads and changes nothing', async ({ page, ready }) => {
  await signIn(page, ready.station, 'otto');
  for (const path of ['', '/screening', '/plans', '/consents', '/assessments', '/other-treatments', '/outcomes']) {
    await page.goto(`${ready.station.url}/patients/P-0001${path}`);
    await settled(page);
    await expect(page.locator('main form')).toHaveCount(0);
    await expect(page.locator('main').getByRole('button', { name: /New|Ask|Enter|Add|Withdraw|Draw up|End/ })).toHaveCount(0);
  }
});

// Aim: with every form open, in light and dark, no rule of WCAG 2.2 A or AA is broken.
test('open forms can be used by everybody', async ({ page, ready }) => {
  test.slow();
  const { clinic, station } = ready;
  await screened(clinic, 'A-1', { diabetes: {}, autoimmune: {}, hypersensitivity: { substances: ['Nickel'] } });
  await plan(clinic, 'A-1', 'A-PL');
  const { consent } = await clinic.ask('carla', 'POST', '/patients/A-1/consents', { plan_id: 'A-PL' });
  await clinic.ask('carla', 'POST', '/patients/A-1/outcomes', {
    measure: 'score',
    score_name: 'GAIS',
    zone: 'cheek.left',
    day: today,
    value: '2',
    unit: '{score}',
  });
  await signIn(page, station, 'carla');
  const opened: [string, string[]][] = [
    ['/screening', ['Add a medical clearance', 'Ask today’s questions anew']],
    [`/consents/${consent.id}`, []],
    ['/assessments', ['New assessment']],
    ['/other-treatments', ['Enter another treatment']],
    ['/outcomes', ['Enter a value or score', 'Enter a photograph']],
    ['/plans/A-PL', ['End the series']],
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [path, buttons] of opened) {
      await page.goto(`${station.url}/patients/A-1${path}`);
      await settled(page);
      for (const name of buttons) await button(page, name).click();
      expect(await violations(page), `${path}, ${colorScheme}`).toEqual([]);
    }
  }
});
