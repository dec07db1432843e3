import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { count, volume } from '../../quantity/quantity';
import { disagreeing, sums, total } from './sums';
import { useZoneName } from './zoneName';

/** What keeps the record from being taken at its word: sums that are not those of the shots, shots of which nobody knows. */
export function useDoubts(record: Schemas['SessionRecordView']): string[] {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  const doubtful = disagreeing(record.shots, record.sums);
  const { unknown_shots, unknown_nl } = total(sums(record.shots));
  return [
    ...(doubtful.length > 0 ? [t('disagree', { zones: doubtful.map(zone).join(', ') })] : []),
    ...(unknown_shots > 0 ? [t('unknown_alert', { shots: count(unknown_shots), volume: volume(unknown_nl) })] : []),
  ];
}
