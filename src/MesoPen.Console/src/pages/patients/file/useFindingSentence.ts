import { useTranslation } from 'react-i18next';
import type { Finding } from './findings';
import { useNames } from './useNames';

/** A finding in words. */
export function useFindingSentence(): (finding: Finding) => string {
  const { t } = useTranslation('patients');
  const names = useNames();
  return ({ question, severity, substances, zones, settled }) => {
    const name = names.question(question);
    if (severity === 'substances') return t('finding.allergy', { substances: substances.join(', ') });
    if (severity === 'in-zones') return t('finding.where', { name, zones: zones.map(names.zone).join(', ') });
    return settled ? t(severity === 'caution' ? 'finding.weighed' : 'finding.cleared', { name }) : name;
  };
}
