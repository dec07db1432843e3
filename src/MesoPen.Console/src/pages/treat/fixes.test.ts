import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fixOf } from './fixes';

const own = '/patients/P%201';

/** Every problem that shuts a gate, and where it is mended. */
const pages: Record<string, string | null> = {
  'screening-missing': `${own}/screening`,
  'screening-expired': `${own}/screening`,
  'screening-incomplete': `${own}/screening`,
  'screening-outdated': `${own}/screening`,
  'screening-validity-unset': '/site',
  contraindicated: `${own}/screening`,
  'clearance-needed': `${own}/screening`,
  'caution-not-acknowledged': `${own}/screening`,
  'infection-in-zone': `${own}/screening`,
  allergy: `${own}/screening`,
  'consent-missing': `${own}/consents`,
  'consent-unsigned': `${own}/consents`,
  'consent-void': `${own}/consents`,
  'consent-withdrawn': `${own}/consents`,
  'consent-expired': `${own}/consents`,
  'consent-validity-unset': '/site',
  'patient-unknown': own,
  'patient-under-treatment': own,
  'not-a-clinician': '/people',
  'not-signed-off': '/people',
  'competence-expired': '/people',
  'plan-missing': `${own}/plans`,
  'plan-outdated': `${own}/plans`,
  'plan-ended': `${own}/plans`,
  'plan-other-device': `${own}/plans`,
  'plan-not-due': `${own}/plans`,
  'series-complete': `${own}/plans`,
  'combination-interval': `${own}/other-treatments`,
  'combination-unstated': '/site',
  'product-unknown': '/stock',
  'product-retired': '/stock',
  'product-zone': `${own}/plans`,
  'product-depth': `${own}/plans`,
  'product-dose': `${own}/plans`,
  'vial-other-product': '/stock/vials',
  'lot-expired': '/stock/lots',
  'lot-recalled': '/stock/lots',
  'vial-unknown': '/stock/vials',
  'vial-not-opened': '/stock/vials',
  'vial-open-too-long': '/stock/vials',
  'vial-discarded': '/stock/vials',
  'vial-too-little': '/stock/vials',
  'vial-reserved': '/stock/vials',
  'head-unknown': '/stock/heads',
  'head-other-patient': '/stock/heads',
  'head-used-before': '/stock/heads',
  'head-not-sterile': '/stock/heads',
  'head-discarded': '/stock/heads',
  'head-multi-needle': '/stock/heads',
  'head-needles': '/stock/heads',
  'head-worn': '/stock/heads',
  'records-out-of-reach': '/alarms',
  'clock-behind': '/alarms',
  // Nothing on a page makes an example a clinic: the remedy says what does.
  'example-clinic': null,
};

// Aim: whatever shuts a gate has the page where it is mended.
test.each(Object.entries(pages))('%s leads to %s', (id, to) => {
  expect(fixOf(`urn:mesopen:problem:${id}`, 'P 1')?.to ?? null).toBe(to);
});

// Aim: a problem of these parts that the host learns to tell is not forgotten here.
test('no problem of a gate is missing', () => {
  const known = readFileSync(resolve(import.meta.dirname, '../../../../../docs/problems.md'), 'utf8');
  const ids = [...known.matchAll(/urn:mesopen:problem:([a-z-]+)`/g)].map((found) => found[1] ?? '');
  const ofGates =
    /^(screening|consent|plan|series|combination|vial|head|lot|product|competence|not-signed-off|not-a-clinician|contraindicated|clearance|caution|infection|allergy)/;
  // Those of making a plan, taking things in, and mixing shut no gate.
  const others = ['plan-beyond-limits', 'plan-malformed', 'vial-overdrawn', 'head-in-use'];
  expect(ids.filter((id) => ofGates.test(id) && !others.includes(id) && !(id in pages))).toEqual([]);
});
