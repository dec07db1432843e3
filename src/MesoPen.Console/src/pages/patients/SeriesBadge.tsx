import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { day } from '../../quantity/quantity';
import type { SeriesOverview } from './file/file';

/** Where a series stands, in words; the colour is the second cue. */
export function SeriesBadge({ series }: { series: SeriesOverview }) {
  const { t } = useTranslation('patients');
  const { title, next, overdue, due } = series;
  const [colour, text] = !next
    ? (['gray', t('series.complete')] as const)
    : overdue
      ? (['red', t('series.overdue', { number: next.number, day: day(next.not_after) })] as const)
      : due
        ? (['cyan', t('series.due', { number: next.number, day: day(next.not_after) })] as const)
        : (['gray', t('series.from', { number: next.number, day: day(next.not_before) })] as const);
  return (
    <Badge
      variant="outline"
      color={colour}
      c="var(--mantine-color-text)"
      size="lg"
      tt="none"
      h="auto"
      style={{ whiteSpace: 'normal' }}
    >
      {title}: {text}
    </Badge>
  );
}
