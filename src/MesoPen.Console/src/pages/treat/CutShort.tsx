import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ZoneView } from '../../live/live';
import { count, volume } from '../../quantity/quantity';

/** Points of a zone that got less than their dose: they count as treated, and whoever goes on has to know which one it was. */
export function CutShort({ zone }: { zone: ZoneView }) {
  const { t } = useTranslation('treat');
  if (zone.cut_shots === 0) return null;
  const last = zone.last_cut_nl;
  return (
    <Text className="cut-short" data-testid="cut-short">
      ⚠ {t('zone.cut', { count: zone.cut_shots, shots: count(zone.cut_shots) })}
      {last !== null && ` ${t('zone.last_cut', { got: volume(last), dose: volume(zone.dose_nl) })}`}
    </Text>
  );
}
