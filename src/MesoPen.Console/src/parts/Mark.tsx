import type { ReactNode } from 'react';

const tones = {
  good: { symbol: '✓', colour: 'teal' },
  warn: { symbol: '▲', colour: 'yellow' },
  bad: { symbol: '✕', colour: 'red' },
  info: { symbol: 'ℹ', colour: 'cyan' },
  idle: { symbol: '–', colour: 'gray' },
} as const;
export type Tone = keyof typeof tones;

/** A state, in words with a symbol; the colour only comes on top. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { symbol, colour } = tones[tone];
  return (
    <span
      data-tone={tone}
      style={{
        display: 'inline-flex',
        gap: 8,
        alignItems: 'baseline',
        padding: '2px 10px',
        border: `2px solid var(--mantine-color-${colour}-filled)`,
        borderRadius: 'var(--mantine-radius-md)',
        fontWeight: 600,
      }}
    >
      <span aria-hidden="true">{symbol}</span>
      <span>{children}</span>
    </span>
  );
}
