import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

/** The colours of IEC 60601-1-8, and its count of exclamation marks: the word says it, the colour comes on top. */
const looks = {
  high: { sign: '!!!', colour: 'red' },
  medium: { sign: '!!', colour: 'yellow' },
  low: { sign: '!', colour: 'cyan' },
} as const satisfies Record<Schemas['AlarmPriority'], { sign: string; colour: string }>;

/** How soon somebody has to act. */
export function PriorityMark({ priority }: { priority: Schemas['AlarmPriority'] }) {
  const { t } = useTranslation('alarms');
  const { sign, colour } = looks[priority];
  return (
    <span
      data-priority={priority}
      style={{
        display: 'inline-flex',
        gap: 8,
        padding: '2px 10px',
        border: `3px solid var(--mantine-color-${colour}-filled)`,
        borderRadius: 'var(--mantine-radius-md)',
        fontWeight: 700,
      }}
    >
      <span aria-hidden="true">{sign}</span>
      <span>{t(`priority.${priority}`)}</span>
    </span>
  );
}
