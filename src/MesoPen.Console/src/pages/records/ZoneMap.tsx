import { Group, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { BodyMap, type Mark, type View } from '../../map/BodyMap';
import { sheets } from '../../map/shapes';
import { count, volume } from '../../quantity/quantity';
import { useZoneName } from './zoneName';

const views: readonly View[] = ['face', 'body'];

/** How the zones of a session stand on the map: done with all its points, planned with some or none, blocked while a shot is unknown. */
export function marksOf(
  sums: readonly Schemas['SessionZoneSum'][],
  plan: Schemas['PlanVersion'] | undefined,
): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  for (const zone of plan?.zones ?? []) marks[zone.zone] = { tone: 'planned' };
  for (const sum of sums) {
    const points = plan?.zones.find((zone) => zone.zone === sum.zone)?.points ?? sum.shots;
    const tone = sum.unknown_shots > 0 ? 'blocked' : sum.shots >= points ? 'done' : 'planned';
    marks[sum.zone] = { tone, label: volume(sum.volume_nl + sum.unknown_nl) };
  }
  return marks;
}

/** Where it went, drawn and in words. */
export function ZoneMap({
  sums,
  plan,
}: {
  sums: readonly Schemas['SessionZoneSum'][];
  plan: Schemas['PlanVersion'] | undefined;
}) {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  const marks = marksOf(sums, plan);
  const shown = views.filter((view) => sheets[view].zones.some(({ id }) => id in marks));
  return (
    <Group align="start" gap="xl">
      {shown.map((view) => (
        <div key={view} className="records-map">
          <BodyMap view={view} marks={marks} />
        </div>
      ))}
      <List aria-label={t('map_list')}>
        {sums.map((sum) => (
          <List.Item key={sum.zone}>
            {zone(sum.zone)}: {t('map_label', { shots: count(sum.shots), volume: volume(sum.volume_nl) })}
          </List.Item>
        ))}
      </List>
    </Group>
  );
}
