import type { Page } from '@playwright/test';
import type { Clinic, PersonId } from './clinic';
import { test as base } from './fixtures';

/** What the clinic of the sweep has made: ids that pages have in their addresses. */
export interface Made {
  session: string;
  second: string;
  consent: string;
  event: string;
}

/** A page of the console, as the clinic of the tests shows it. */
export interface PageOfTests {
  name: string;
  path: string | ((made: Made) => string);
  who: PersonId;
  /** Keeps the resolution of numbers: an engineer's page, or one that shows what a program says. */
  engineering?: boolean;
  /** What is pressed before it is looked at: a dialog that the page opens. */
  press?: string;
}

/** Where a page is. */
export const pathOf = ({ path }: PageOfTests, made: Made): string => (typeof path === 'string' ? path : path(made));

/** The rooms of the menu. A test holds the menu against them. */
export const rooms: readonly (PageOfTests & { path: string })[] = [
  { name: 'treat', path: '/treat', who: 'carla' },
  { name: 'patients', path: '/patients', who: 'carla' },
  { name: 'protocols', path: '/protocols', who: 'carla' },
  { name: 'records', path: '/records', who: 'carla' },
  { name: 'outcomes', path: '/outcomes', who: 'carla' },
  { name: 'stock', path: '/stock', who: 'ada' },
  { name: 'devices', path: '/devices', who: 'enno', engineering: true },
  { name: 'calibration', path: '/calibration', who: 'enno', engineering: true },
  { name: 'calibration-runs', path: '/calibration/runs', who: 'enno', engineering: true },
  { name: 'calibration-begin', path: '/calibration/runs/_new', who: 'enno', engineering: true },
  { name: 'calibration-certificates', path: '/calibration/certificates', who: 'enno', engineering: true },
  { name: 'calibration-references', path: '/calibration/references', who: 'enno', engineering: true },
  { name: 'calibration-instruments', path: '/calibration/instruments', who: 'enno', engineering: true },
  { name: 'alarms', path: '/alarms', who: 'carla' },
  { name: 'site', path: '/site', who: 'ada' },
  { name: 'people', path: '/people', who: 'ada' },
  { name: 'simulator', path: '/simulator', who: 'enno', engineering: true },
];

/** Every page behind the rooms, and the dialogs that change something. */
const inner: readonly PageOfTests[] = [
  { name: 'treat-plan', path: '/treat?patient=P-0001&plan=PL-1', who: 'carla' },
  { name: 'patients-new', path: '/patients/_new', who: 'carla' },
  { name: 'patient', path: '/patients/P-0001', who: 'carla' },
  { name: 'patient-correct', path: '/patients/P-0001/correct', who: 'carla' },
  { name: 'patient-screening', path: '/patients/P-0001/screening', who: 'carla' },
  { name: 'patient-plans', path: '/patients/P-0001/plans', who: 'carla' },
  { name: 'patient-plan', path: '/patients/P-0001/plans/PL-1', who: 'carla' },
  { name: 'patient-plan-new', path: '/patients/P-0001/plans/_new', who: 'carla' },
  { name: 'patient-consents', path: '/patients/P-0001/consents', who: 'carla' },
  { name: 'patient-consent', path: ({ consent }) => `/patients/P-0001/consents/${consent}`, who: 'carla' },
  { name: 'patient-assessments', path: '/patients/P-0001/assessments', who: 'carla' },
  { name: 'patient-assessment-new', path: '/patients/P-0001/assessments', who: 'carla', press: 'New assessment' },
  { name: 'patient-other-treatments', path: '/patients/P-0001/other-treatments', who: 'carla' },
  { name: 'patient-other-new', path: '/patients/P-0001/other-treatments', who: 'carla', press: 'Enter another treatment' },
  { name: 'patient-outcomes', path: '/patients/P-0200/outcomes', who: 'carla' },
  { name: 'patient-outcome-new', path: '/patients/P-0200/outcomes', who: 'carla', press: 'Enter a value or score' },
  { name: 'patient-photo-new', path: '/patients/P-0200/outcomes', who: 'carla', press: 'Enter a photograph' },
  { name: 'protocol-new', path: '/protocols/_new', who: 'carla' },
  { name: 'protocol', path: '/protocols/PR-1', who: 'carla' },
  { name: 'protocol-edit', path: '/protocols/PR-1/_edit', who: 'carla' },
  { name: 'protocol-plan', path: '/protocols/PR-1/_plan?patient=P-0001', who: 'carla' },
  { name: 'plan-edit', path: '/protocols/plans/PL-1', who: 'carla' },
  { name: 'record', path: ({ session }) => `/records/${session}`, who: 'carla' },
  { name: 'record-print', path: ({ session }) => `/records/${session}/print`, who: 'carla' },
  { name: 'record-aftercare', path: ({ session }) => `/records/${session}/aftercare`, who: 'carla' },
  {
    name: 'records-compare',
    path: ({ session, second }) => `/records/compare?a=${session}&b=${second}`,
    who: 'carla',
  },
  { name: 'events', path: '/outcomes/events', who: 'carla' },
  { name: 'event', path: ({ event }) => `/outcomes/events/${event}`, who: 'carla' },
  { name: 'event-correct', path: ({ event }) => `/outcomes/events/${event}`, who: 'carla', press: 'Correct' },
  { name: 'event-new', path: ({ session }) => `/outcomes/events/new?patient=P-0200&session=${session}`, who: 'carla' },
  { name: 'recall', path: '/outcomes/recall', who: 'carla' },
  { name: 'stock-vials', path: '/stock/vials', who: 'ada' },
  { name: 'stock-vial-receive', path: '/stock/vials', who: 'ada', press: 'Put a vial on the shelf' },
  { name: 'stock-lots', path: '/stock/lots', who: 'ada' },
  { name: 'stock-lot-receive', path: '/stock/lots', who: 'ada', press: 'Take a lot in without a scan' },
  { name: 'stock-mixtures', path: '/stock/mixtures', who: 'ada' },
  { name: 'stock-mixture-make', path: '/stock/mixtures', who: 'carla', press: 'Record a mixture' },
  { name: 'stock-heads', path: '/stock/heads', who: 'carla' },
  { name: 'stock-head-receive', path: '/stock/heads', who: 'carla', press: 'Take a needle head in' },
  { name: 'stock-products', path: '/stock/products', who: 'ada' },
  { name: 'stock-product', path: '/stock/products/HA-15', who: 'ada' },
  { name: 'stock-sheet', path: '/stock/products/HA-15/sheet', who: 'ada' },
  { name: 'stock-product-new', path: '/stock/products/new', who: 'ada' },
  { name: 'stock-head-types', path: '/stock/head-types', who: 'ada' },
  { name: 'alarms-catalogue', path: '/alarms/catalogue', who: 'carla' },
  { name: 'site-change', path: '/site/change', who: 'ada' },
  { name: 'site-proposals', path: '/site/proposals', who: 'ada' },
  { name: 'site-overrides', path: '/site/overrides', who: 'carla' },
  { name: 'site-security', path: '/site/security', who: 'ada' },
  { name: 'site-follow-up', path: '/site/follow-up', who: 'ada' },
  { name: 'site-consent-texts', path: '/site/consent-texts', who: 'ada' },
  { name: 'people-add', path: '/people', who: 'ada', press: 'Add a person' },
  { name: 'people-own', path: '/people/own', who: 'carla' },
  { name: 'people-tokens', path: '/people/tokens', who: 'ada' },
  { name: 'people-token-issue', path: '/people/tokens', who: 'ada', press: 'Issue a token' },
  { name: 'person', path: '/people/person/carla', who: 'ada' },
  { name: 'not-found', path: '/no-such-room', who: 'carla' },
];

/** Every page for who is signed in: what is not here is neither looked at by axe nor by the typography test. */
export const pages: readonly PageOfTests[] = [...rooms, ...inner];

/** Brings the page there, with its dialog open. */
export async function goTo(page: Page, url: string, which: PageOfTests, made: Made): Promise<void> {
  await page.goto(url + pathOf(which, made));
  if (which.press !== undefined) await page.getByRole('button', { name: which.press, exact: true }).first().click();
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Makes what the pages show: a patient with two sessions, measures, a photograph and an adverse event. */
async function make(clinic: Clinic): Promise<Made> {
  await clinic.patient('P-0200', 'OC');
  const session = await clinic.treated('P-0200', 'PL-S1', 201);
  const second = await clinic.treated('P-0200', 'PL-S2', 202, true);
  for (const [day, value] of [
    [inDays(-1), '41.30'],
    [inDays(0), '52.05'],
  ] as const)
    await clinic.ask('carla', 'POST', '/patients/P-0200/outcomes', {
      day,
      zone: 'forehead',
      measure: 'hydration',
      value,
      unit: "[arb'U]",
      instrument: 'Corneometer',
    });
  await clinic.ask('carla', 'POST', '/patients/P-0200/photos', {
    day: inDays(0),
    zone: 'forehead',
    reference: 'PACS/4711',
    sha256: 'ab'.repeat(32),
  });
  const event = await clinic.ask('carla', 'POST', '/patients/P-0200/adverse-events', {
    onset_day: inDays(0),
    description: 'Nodule of 5 mm, tender',
    severity: 'moderate',
    serious: false,
    relation: 'probable',
    outcome: 'ongoing',
    zone: 'forehead',
    session_id: session,
  });
  const [consent] = (await clinic.ask('carla', 'GET', '/patients/P-0001/consents')).items;
  return { session, second, consent: consent.id, event: event.id };
}

/** `made`: what the pages show. */
export const test = base.extend<object, { made: Made }>({
  made: [async ({ ready }, use) => use(await make(ready.clinic)), { scope: 'worker', timeout: 240_000 }],
});
