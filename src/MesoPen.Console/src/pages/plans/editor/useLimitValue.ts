import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { count, duration, length, volume } from '../../../quantity/quantity';

/** A limit's value as people read it. */
export function useLimitValue(): (limit: { value: number; unit: string }) => string {
  const { t } = useTranslation('plans');
  return useCallback(
    ({ value, unit }) => {
      switch (unit) {
        case 'um':
          return length(value);
        case 'nl':
          return volume(value);
        case 'ms':
          return duration(value);
        default:
          return t('shots', { count: value, shown: count(value) });
      }
    },
    [t],
  );
}
