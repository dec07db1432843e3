import { useTranslation } from 'react-i18next';
import { type Step, steps } from './model';

/** The steps of every routine, and where this one stands. */
export function Steps({ at }: { at: Step }) {
  const { t } = useTranslation('calibration');
  const now = steps.indexOf(at);
  return (
    <ol className="calibration-steps" aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-state={index < now ? 'done' : index === now ? 'now' : 'open'}
          {...(index === now ? { 'aria-current': 'step' as const } : {})}
        >
          <span aria-hidden="true">{index < now ? '✓' : index + 1}</span> {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
