import classes from './BodyMap.module.css';
import type { Tone } from './neighbours';
import type { Point } from './path';

/** Each tone has a sign of its own: nobody has to tell colours apart. */
const signs: Record<Exclude<Tone, 'idle'>, string> = {
  planned: 'M-5 0H5M0 -5V5',
  next: 'M-3 -6L4 0L-3 6',
  active: 'M0 -6A6 6 0 1 0 0.01 -6M0 -2A2 2 0 1 0 0.01 -2',
  done: 'M-6 0L-2 5L6 -5',
  blocked: 'M0 -6A6 6 0 1 0 0.01 -6M-4 -4L4 4',
};

/** The sign of a zone's tone and a few letters beside it, on a plate that any pattern leaves readable. */
export function ToneSign({ tone, label, at }: { tone: Tone; label: string; at: Point }) {
  if (tone === 'idle' && label === '') return null;
  const sign = tone === 'idle' ? 0 : 22;
  const width = Math.max(26, sign + label.length * 8.5 + (label === '' ? 2 : 10));
  return (
    <g transform={`translate(${at[0]} ${at[1]})`} className={classes.sign} data-tone={tone}>
      <rect x={-width / 2} y={-13} width={width} height={26} rx={13} />
      {tone !== 'idle' && <path d={signs[tone]} transform={`translate(${label === '' ? 0 : 13 - width / 2} 0)`} />}
      {label !== '' && (
        <text x={-width / 2 + (sign === 0 ? 8 : sign)} y={5}>
          {label}
        </text>
      )}
    </g>
  );
}
