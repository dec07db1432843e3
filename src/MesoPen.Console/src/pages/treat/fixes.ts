/** Where a person can mend what shuts a gate: the page for the type of the problem. */
export interface Fix {
  to: string;
  page:
    | 'screening'
    | 'consents'
    | 'patient'
    | 'plan'
    | 'others'
    | 'stock'
    | 'people'
    | 'site'
    | 'devices'
    | 'calibration'
    | 'alarms';
}

/** Null where no page mends it: the remedy then says what does. */
export function fixOf(type: string | null | undefined, patient: string | null | undefined): Fix | null {
  const id = (type ?? '').replace(/^urn:mesopen:problem:/, '');
  const own = (page: 'screening' | 'consents' | 'patient' | 'plan' | 'others', below: string): Fix | null =>
    patient ? { to: `/patients/${encodeURIComponent(patient)}${below}`, page } : { to: '/patients', page: 'patient' };
  if (/^(screening-validity|consent-validity|combination-unstated)/.test(id)) return { to: '/site', page: 'site' };
  if (/^combination/.test(id)) return own('others', '/other-treatments');
  if (/^(screening|clearance|caution|contraindicated|infection|allergy)/.test(id)) return own('screening', '/screening');
  if (/^consent/.test(id)) return own('consents', '/consents');
  if (/^(competence|not-signed-off|not-a-clinician)/.test(id)) return { to: '/people', page: 'people' };
  if (/^(plan|series|course|product-(depth|dose|zone))/.test(id)) return own('plan', '/plans');
  if (/^patient/.test(id)) return own('patient', '');
  if (/^vial/.test(id)) return { to: '/stock/vials', page: 'stock' };
  if (/^lot/.test(id)) return { to: '/stock/lots', page: 'stock' };
  if (/^head/.test(id)) return { to: '/stock/heads', page: 'stock' };
  if (/^(product|mixing)/.test(id)) return { to: '/stock', page: 'stock' };
  if (/^(no-device|device)/.test(id)) return { to: '/devices', page: 'devices' };
  if (/^calibration/.test(id)) return { to: '/calibration', page: 'calibration' };
  if (/^(records|clock|basis)/.test(id)) return { to: '/alarms', page: 'alarms' };
  return null;
}
