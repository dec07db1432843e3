import type { BrowserContext, Page } from '@playwright/test';
import type { Station } from './station';

/** Who works in the clinic of the tests. */
export const people = {
  ada: { id: 'ada', password: 'first of many 4711', roles: ['administrator'] },
  carla: { id: 'carla', password: 'second of many 4712', roles: ['clinician'] },
  enno: { id: 'enno', password: 'third of many 4713', roles: ['engineer', 'clinician'] },
  otto: { id: 'otto', password: 'fourth of many 4714', roles: ['auditor'] },
} as const;
export type PersonId = keyof typeof people;

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** The clinic behind the console, asked by its API: it makes what a test needs before its pages are looked at. */
export class Clinic {
  private readonly tokens: Partial<Record<PersonId, string>> = {};

  private constructor(private readonly station: Station) {}

  /** People who have chosen their passwords. */
  static async begin(station: Station, oneTime: string): Promise<Clinic> {
    const clinic = new Clinic(station);
    await clinic.enter('ada', oneTime);
    for (const id of ['carla', 'enno', 'otto'] as const) {
      const { one_time_password } = await clinic.ask('ada', 'POST', '/people', {
        person_id: id,
        name: `${id[0]?.toUpperCase()}${id.slice(1)} Example`,
        roles: people[id].roles,
      });
      await clinic.enter(id, one_time_password);
    }
    return clinic;
  }

  /** Everything that a session needs: policy, competence, product, lot, vial, head, patient, screening, plan, consent. */
  async ready(): Promise<void> {
    const policy = {
      limits: [],
      forbids_multi_needle_heads: false,
      combination_days: { peel: 14 },
      screening_days: 7,
      consent_days: 90,
    };
    const { proposal_id } = await this.ask(
      'ada',
      'POST',
      '/site/proposals',
      { policy, base_version: 0, reason: 'First policy' },
      { sign: true },
    );
    await this.ask('enno', 'POST', `/site/proposals/${proposal_id}/approval`, undefined, { sign: true });
    await this.ask('enno', 'POST', '/people/carla/competence', { device_family: 'gun-5', until: '2070-12-31' }, { sign: true });
    await this.ask('ada', 'POST', '/products', {
      product_id: 'HA-15',
      name: 'Hyaluronic acid 15 mg/mL (example)',
      gtin: '09506000134352',
      manufacturer: 'Example',
      ingredients: [{ name: 'Hyaluronic acid', class: 'non-cross-linked-hyaluronic-acid', synonyms: ['sodium hyaluronate'] }],
      allergens: [],
      allowed_zones: ['forehead', 'cheek.left', 'cheek.right'],
      depth_max_um: 1060,
      depth_source: 'Example of a sheet, section 1',
      session_max_nl: 2_000_000,
      session_source: 'Example of a sheet, section 2',
      point_max_nl: 50_000,
      point_source: 'Example of a sheet, section 3',
      open_hours_max: 24,
      open_source: 'Example of a sheet, section 4',
    });
    await this.ask('ada', 'POST', '/head-types', {
      head_type_id: 'HT-5',
      sheet: {
        title: 'Five needles',
        needles: 5,
        punctures_warning: 150,
        punctures_max: 200,
        reason: 'Example: chosen by the clinic',
      },
    });
    await this.ask('ada', 'POST', '/lots', { lot_id: 'L-1', scan: ']d201095060001343521770123110EX01' });
    await this.ask('ada', 'POST', '/vials', { vial_id: 'V-1', lot_id: 'L-1', volume_nl: 5_000_000 });
    await this.ask('ada', 'POST', '/heads', {
      head_type_id: 'HT-5',
      lot: 'H2031',
      sterile_until: '2070-12-31',
      running_number: 1,
    });
    await this.ask('carla', 'POST', '/vials/V-1/open', undefined, { versionOf: '/vials/V-1' });
    await this.patient('P-0001', 'AB');
    await this.ask('carla', 'POST', '/protocols', { protocol_id: 'PR-1', title: 'Face, three zones', content: threeZones() });
    await this.ask('carla', 'POST', '/plans', {
      plan_id: 'PL-1',
      patient_id: 'P-0001',
      title: 'Face',
      protocol_id: 'PR-1',
      starts_on: new Date().toISOString().slice(0, 10),
    });
    await this.consent('P-0001', 'PL-1');
  }

  /** A patient who was screened, every question with no. */
  async patient(id: string, initials: string): Promise<void> {
    await this.register(id, initials);
    await this.screen(id);
  }

  /** A patient whom nobody has asked anything. */
  async register(id: string, initials: string): Promise<void> {
    await this.ask('carla', 'POST', '/patients', { patient_id: id, initials, birth_year: 1980, sex: 'female', skin_type: 3 });
  }

  /** A screening: every question with no but those that are given, and those that are left out. */
  async screen(id: string, yes: Record<string, object> = {}, left: readonly string[] = []): Promise<void> {
    const { catalogue_version, questions } = await this.ask('carla', 'GET', '/screening-questions');
    const answers = (questions as { id: string }[])
      .filter((each) => !left.includes(each.id))
      .map(({ id: question }) => ({ question, yes: question in yes, ...yes[question] }));
    await this.ask('carla', 'POST', `/patients/${id}/screenings`, { catalogue_version, answers });
  }

  /** A consent with both signatures. */
  async consent(patient: string, plan: string): Promise<void> {
    const { consent } = await this.ask('carla', 'POST', `/patients/${patient}/consents`, { plan_id: plan });
    const path = `/patients/${patient}/consents/${consent.id}`;
    const { sha256 } = consent;
    const drawing = {
      width: 300,
      height: 100,
      strokes: [[10, 50, 40, 20, 70, 80, 100, 20, 130, 80, 160, 20, 190, 80, 220, 20, 250, 80]],
    };
    await this.ask('carla', 'POST', `${path}/patient-signature`, { sha256, drawing }, { versionOf: path });
    await this.ask('carla', 'POST', `${path}/clinician-signature`, { sha256 }, { versionOf: path, sign: true });
  }

  /** Opens a session at the station; gives its id. */
  async open(plan = 'PL-1', patient = 'P-0001', vial = 'V-1', head = 'H2031-1'): Promise<string> {
    const session = await this.ask('carla', 'POST', '/sessions', {
      patient_id: patient,
      plan_id: plan,
      plan_version: 1,
      vial_id: vial,
      head_id: head,
      loaded_nl: 1_000_000,
    });
    return session.intent.session_id;
  }

  /** Makes an open session ready for its first zone, as a clinician would. */
  async prepare(): Promise<void> {
    await this.until((station) => station.device?.self_tested && ['Standby', 'Ready'].includes(station.state));
    await this.ask('carla', 'POST', '/station/prime');
    await this.until((station) => station.state === 'Ready');
  }

  /** A whole session of a patient, by a plan of its own, with a vial and a needle head of its own; gives its id. Two may agree that it is early. */
  async treated(patient: string, plan: string, head: number, early = false): Promise<string> {
    const starts_on = new Date().toISOString().slice(0, 10);
    const vial = `V-${plan}`;
    await this.ask('carla', 'POST', '/plans', {
      plan_id: plan,
      patient_id: patient,
      title: plan,
      protocol_id: 'PR-1',
      starts_on,
    });
    await this.consent(patient, plan);
    await this.ask('ada', 'POST', '/vials', { vial_id: vial, lot_id: 'L-1', volume_nl: 5_000_000 });
    await this.ask('carla', 'POST', `/vials/${vial}/open`, undefined, { versionOf: `/vials/${vial}` });
    await this.ask('ada', 'POST', '/heads', {
      head_type_id: 'HT-5',
      lot: 'H2031',
      sterile_until: '2070-12-31',
      running_number: head,
    });
    if (early) {
      const { id } = await this.ask(
        'carla',
        'POST',
        '/overrides',
        {
          patient_id: patient,
          plan_id: plan,
          plan_version: 1,
          problem: 'plan-not-due',
          hours: 1,
          reason: 'Second session of a test',
        },
        { sign: true },
      );
      await this.ask('ada', 'POST', `/overrides/${id}/agreement`, undefined, { sign: true });
    }
    const { intent } = await this.ask('carla', 'POST', '/sessions', {
      patient_id: patient,
      plan_id: plan,
      plan_version: 1,
      vial_id: vial,
      head_id: `H2031-${head}`,
      loaded_nl: 1_000_000,
    });
    await this.treat();
    return intent.session_id;
  }

  /** Makes an open session ready, as a clinician would, and arms a zone. */
  async arm(zone: string): Promise<void> {
    await this.until((station) => station.device?.self_tested && ['Standby', 'Ready'].includes(station.state));
    await this.ask('carla', 'POST', '/station/prime');
    await this.until((station) => station.state === 'Ready');
    await this.ask('carla', 'POST', '/station/arm', { zone });
  }

  /** Treats the whole plan at the station: primes off the skin, arms zone after zone until each has its points, ends. */
  async treat(
    zones: readonly string[] = ['forehead', 'cheek.left', 'cheek.right'],
    aftercare = 'Leaflet A: no sun for a day',
  ): Promise<void> {
    await this.prepare();
    for (const zone of zones) {
      // A lease that lapsed on a busy computer pauses the zone: it is armed again.
      for (let paused = true; paused; ) {
        await this.ask('carla', 'POST', '/station/arm', { zone });
        const station = await this.until((now) => ['Ready', 'Paused'].includes(now.state) && now.settled);
        paused = station.state === 'Paused';
      }
    }
    await this.ask('carla', 'POST', '/station/close', { aftercare });
    await this.until((station) => !station.session_id);
  }

  /** The station, as soon as it is so. */
  // biome-ignore lint/suspicious/noExplicitAny: as for `ask`.
  async until(so: (station: any) => unknown, ms = 60_000): Promise<any> {
    for (const end = Date.now() + ms; ; ) {
      const station = await this.ask('carla', 'GET', '/station');
      if (so(station)) return station;
      if (Date.now() > end) throw new Error(`The station did not come to it: ${JSON.stringify(station)}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Asks the API in a person's name; throws with the problem if it was refused. */
  async ask(
    who: PersonId,
    method: string,
    path: string,
    body?: unknown,
    how: { sign?: boolean; versionOf?: string } = {},
    // biome-ignore lint/suspicious/noExplicitAny: answers of many forms, read by tests that would fail on a wrong one.
  ): Promise<any> {
    const headers: Record<string, string> = { Authorization: `Bearer ${this.tokens[who]}`, 'Content-Type': 'application/json' };
    if (how.sign) headers['Signing-Password'] = base64(people[who].password);
    if (how.versionOf) {
      const version = await fetch(`${this.station.url}/api/v1${how.versionOf}`, { headers });
      headers['If-Match'] = version.headers.get('ETag') ?? '';
    }
    const answer = await fetch(`${this.station.url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** Chooses a password in place of the one-time one, and takes a token. */
  private async enter(id: PersonId, oneTime: string): Promise<void> {
    const api = `${this.station.url}/api/v1`;
    const json = { 'Content-Type': 'application/json' };
    const signIn = async (password: string) => {
      const answer = await fetch(`${api}/session`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ person_id: id, password }),
      });
      if (!answer.ok) throw new Error(`${id} cannot sign in: ${await answer.text()}`);
      const { anti_forgery } = (await answer.json()) as { anti_forgery: string };
      return { ...json, Cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', 'Anti-Forgery': anti_forgery };
    };
    const password = people[id].password;
    await fetch(`${api}/session/password`, {
      method: 'POST',
      headers: await signIn(oneTime),
      body: JSON.stringify({ old: oneTime, new: password }),
    });
    const answer = await fetch(`${api}/tokens`, {
      method: 'POST',
      headers: { ...(await signIn(password)), 'Signing-Password': base64(password) },
      body: JSON.stringify({ name: 'tests', roles: people[id].roles, days: 1 }),
    });
    this.tokens[id] = ((await answer.json()) as { token: string }).token;
  }
}

const zone = (id: string, points: number) => ({
  zone: id,
  technique: 'stamp',
  trigger: 'repeat',
  points,
  dose_nl: 20_000,
  needle_length_um: 900,
  angle_deg: 90,
  spacing_um: 10_000,
  min_interval_ms: 112,
});

/** The plan of the tests, with so many points in its first zone. */
export const threeZones = (points = 6) => ({
  product_id: 'HA-15',
  device_family: 'gun-5',
  prime_nl: 100_000,
  sticks_max: 200,
  sticks_reason: 'One head a session',
  zones: [zone('forehead', points), zone('cheek.left', 5), zone('cheek.right', 5)],
  course: { sessions: 3, interval: { min_days: 14, max_days: 28 } },
});

const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** Signs a person in: by the page the first time, with the same cookie afterwards, because a station takes 20 sign-ins a minute from one address. */
export async function signIn(page: Page, station: Station, id: PersonId): Promise<void> {
  const key = `${station.url} ${id}`;
  const kept = signedIn.get(key);
  if (kept !== undefined) {
    await page.context().addCookies(kept);
    const { ok } = await fetch(`${station.url}/api/v1/session`, {
      headers: { Cookie: kept.map(({ name, value }) => `${name}=${value}`).join('; ') },
    });
    if (!ok) await page.context().clearCookies();
  }
  await page.goto(station.url);
  const out = page.getByRole('button', { name: 'Sign out' });
  await out.or(page.getByLabel('Sign-in name')).first().waitFor();
  if (await out.isHidden()) {
    await page.getByLabel('Sign-in name').fill(id);
    await page.getByRole('textbox', { name: /^Password/ }).fill(people[id].password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await out.waitFor();
  }
  signedIn.set(key, await page.context().cookies(station.url));
}
