import { describe, expect, it } from 'vitest';
import { feed, isSeparator, noBurst, visible } from './wedge';

function type(keys: readonly (string | { key: string; ctrl: boolean })[], everyMs: number): string | null {
  let burst = noBurst;
  let found: string | null = null;
  keys.forEach((each, index) => {
    const key = typeof each === 'string' ? { key: each, ctrl: false } : each;
    const step = feed(burst, { ...key, alt: false, meta: false, at: 1_000 + index * everyMs });
    burst = step.burst;
    found = step.scan ?? found;
  });
  return found;
}

// Aim: a scanner that types is told from a person who types, and nothing of what it types is lost.
describe('a keyboard wedge', () => {
  it('is known by its speed and its Enter', () => {
    expect(type([...'0109506000134352', 'Enter'], 10)).toBe('0109506000134352');
  });

  it('is not a person who types and presses Enter', () => {
    expect(type([...'0109506000134352', 'Enter'], 150)).toBeNull();
  });

  it('is not a short word, however fast', () => {
    expect(type([...'yes', 'Enter'], 5)).toBeNull();
  });

  it('keeps the separator, sent as Ctrl and ]', () => {
    expect(type([...'10AB', { key: ']', ctrl: true }, ...'21123', 'Enter'], 10)).toBe('10AB␝21123');
  });

  it('does not break at the Shift of a capital', () => {
    expect(type([...'10', 'Shift', 'A', 'Shift', 'B', ...'12345', 'Enter'], 10)).toBe('10AB12345');
  });

  it('keeps nothing of what was typed by hand before', () => {
    let burst = feed(noBurst, { key: 'x', ctrl: false, alt: false, meta: false, at: 0 }).burst;
    for (const [index, key] of [...'01095060'].entries()) {
      burst = feed(burst, { key, ctrl: false, alt: false, meta: false, at: 5_000 + index * 10 }).burst;
    }
    expect(burst.text).toBe('01095060');
  });
});

describe('a separator', () => {
  it('is the control character or Ctrl and ]', () => {
    expect(isSeparator({ key: '\u001d', ctrl: false })).toBe(true);
    expect(isSeparator({ key: ']', ctrl: true })).toBe(true);
    expect(isSeparator({ key: ']', ctrl: false })).toBe(false);
  });

  it('is shown in pasted text, whose line ends are gone', () => {
    expect(visible(']d20109506000134352\u001d10AB\r\n')).toBe(']d20109506000134352␝10AB');
  });
});
