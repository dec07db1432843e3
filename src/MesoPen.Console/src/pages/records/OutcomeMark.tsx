import { useTranslation } from 'react-i18next';
import type { ShotOutcome } from './sums';

const signs: Record<ShotOutcome, string> = { delivered: '✓', 'not-delivered': '✕', unknown: '?' };

/** What became of a shot: by a sign and by its word; colour only repeats them. */
export function OutcomeMark({ outcome, partial = false }: { outcome: string; partial?: boolean }) {
  const { t } = useTranslation('records');
  const known: ShotOutcome = outcome in signs ? (outcome as ShotOutcome) : 'unknown';
  return (
    <span className="shot-outcome" data-outcome={known}>
      <span aria-hidden="true" className="shot-sign">
        {signs[known]}
      </span>{' '}
      {t(`outcome_word.${known}`)}
      {partial && `, ${t('partial')}`}
    </span>
  );
}
