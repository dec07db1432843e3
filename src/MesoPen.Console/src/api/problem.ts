/** A refusal of the host, RFC 9457: docs/problems.md lists them all. */
export class Problem extends Error {
  constructor(
    /** Id of its type, such as `consent-missing`; `unreachable` if the host did not answer. */
    readonly type: string,
    readonly status: number,
    readonly title: string,
    /** What is wrong here, in the host's words; the kernel's where it refused. */
    readonly detail: string,
    readonly remedy: string | null,
    /** The answer's other members. */
    readonly more: Record<string, unknown> = {},
  ) {
    super(detail || title);
    this.name = 'Problem';
  }

  static async of(response: Response): Promise<Problem> {
    const text = await response.text();
    try {
      const { type, title, detail, remedy, status, ...more } = JSON.parse(text) as Record<string, unknown>;
      const id = String(type ?? '');
      return new Problem(
        id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':'), id.lastIndexOf('#')) + 1),
        Number(status ?? response.status),
        String(title ?? response.statusText),
        String(detail ?? ''),
        remedy ? String(remedy) : null,
        more,
      );
    } catch {
      return new Problem('failed', response.status, response.statusText, text.slice(0, 300), null);
    }
  }

  static unreachable(error: unknown): Problem {
    return new Problem('unreachable', 0, '', error instanceof Error ? error.message : String(error), null);
  }
}
