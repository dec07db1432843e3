import createClient, { type Middleware } from 'openapi-fetch';
import { Problem } from './problem';
import type { components, paths } from './schema';

/** The forms of the API's document, by name. */
export type Schemas = components['schemas'];

let antiForgery: string | null = null;

/** Value of the header that every change by cookie needs: GET /session says it. */
export function setAntiForgery(value: string | null): void {
  antiForgery = value;
}

/** Header that makes a request a signature: the password, with this very request. */
export function signing(password: string): { 'Signing-Password': string } {
  return { 'Signing-Password': btoa(String.fromCharCode(...new TextEncoder().encode(password))) };
}

/** An id that nobody else has, of letters and digits alone: the station takes no more than 32. */
function newId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/** Id of this page: of two tablets of one person, one has the control. It outlives a reload, not the tab. */
export const consoleId: string = (() => {
  const kept = sessionStorage.getItem('console-id');
  const id = kept ?? newId();
  sessionStorage.setItem('console-id', id);
  return id;
})();

const headers: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') {
      if (antiForgery !== null) {
        request.headers.set('Anti-Forgery', antiForgery);
      }
      if (!request.headers.has('Idempotency-Key')) {
        request.headers.set('Idempotency-Key', newId());
      }
    }
    request.headers.set('Console-Id', consoleId);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) {
      throw await Problem.of(response);
    }
    return response;
  },
  onError({ error }) {
    return error instanceof Problem ? error : Problem.unreachable(error);
  },
};

/** The host's API. Every answer that is no success is thrown as a Problem. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: (request) => fetch(request) });
api.use(headers);

/** The answer's body; the call throws a Problem if there is none. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** The answer's body and its ETag, for a change that needs If-Match. */
export async function versioned<T>(call: Promise<{ data?: T; response: Response }>): Promise<{ value: T; etag: string }> {
  const { data, response } = await call;
  return { value: data as T, etag: response.headers.get('ETag') ?? '*' };
}
