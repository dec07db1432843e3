import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { count, volume } from '../../quantity/quantity';
import { useZoneName } from './zoneName';

/** Where it went. */
export function ZoneMap({ sums }: { sums: readonly Schemas['SessionZoneSum'][]; plan: Schemas['PlanVersion'] | undefined }) {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  return (
    <List aria-label={t('map_list')}>
      {sums.map((sum) => (
        <List.Item key={sum.zone}>
          {zone(sum.zone)}: {t('map_label', { shots: count(sum.shots), volume: volume(sum.volume_nl) })}
        </List.Item>
      ))}
    </List>
  );
}
