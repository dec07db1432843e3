import { describe, expect, it } from 'vitest';
import { certifiable, type Result } from './model';

const result = (part: object) =>
  ({ verdict: 'pass', range: { minimum: 1, maximum: 2, largest_expanded: 1 }, objections: [], ...part }) as unknown as Result;

// Aim: nobody is asked to authorise what the host would not issue.
describe('a result', () => {
  it('comes to a certificate only if all passes and nothing keeps it from being issued', () => {
    expect(certifiable(result({}))).toBe(true);
    expect(certifiable(result({ verdict: 'conditional-pass', objections: [{ blocks: false }] }))).toBe(true);
    for (const verdict of ['fail', 'conditional-fail', 'undecided']) expect(certifiable(result({ verdict }))).toBe(false);
    expect(certifiable(result({ range: null }))).toBe(false);
    expect(certifiable(result({ objections: [{ blocks: true }] }))).toBe(false);
  });
});
