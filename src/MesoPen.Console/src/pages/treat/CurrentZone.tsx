import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ZoneView } from '../../live/live';
import { useOf, useStale } from '../../live/useStation';
import { useZoneName } from '../../map/zoneName';
import { count, length, volume } from '../../quantity/quantity';
import { ArmPanel } from './ArmPanel';
import { Because } from './Because';
import { CutShort } from './CutShort';
import { DoseBar } from './DoseBar';
import { isArmed, isPaused, nextZone } from './state';

/** The zone that is worked on, to be read from a metre away; what comes next; and the one deliberate gesture. */
export function CurrentZone({ zone, watching }: { zone: ZoneView | null; watching: boolean }) {
  const { t } = useTranslation('treat');
  const zoneName = useZoneName();
  const stale = useStale();
  const armed = useOf(isArmed);
  const paused = useOf((view) => isPaused(view) && view?.zone === zone?.zone);
  const next = useOf((view) => nextZone(view, zone));
  if (zone === null)
    return (
      <Paper withBorder p="md" component="section" aria-labelledby="zone-title" className="zone">
        <Title order={2} id="zone-title" tabIndex={-1}>
          {t('zone.all_done')}
        </Title>
        <Text>{t('zone.all_done_text')}</Text>
      </Paper>
    );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="zone-title" className="zone" data-armed={armed && !stale}>
      <Text fw={600}>
        {t(
          armed
            ? stale
              ? 'zone.was_armed'
              : 'zone.armed'
            : paused
              ? stale
                ? 'zone.was_paused'
                : 'zone.paused'
              : 'zone.current',
        )}{' '}
        · {t('zone.spacing', { spacing: length(zone.spacing_um) })}
      </Text>
      <Title order={2} id="zone-title" tabIndex={-1} className="zone-name" data-zone={zone.zone}>
        {zoneName(zone.zone)}
      </Title>
      <Numbers zone={zone} />
      <CutShort zone={zone} />
      {!armed && !stale && <Because />}
      <ArmPanel zone={zone} watching={watching} />
      <DoseBar zone={zone} />
      {next !== null && (
        <Text mt="sm" fw={600}>
          {t('zone.next', { zone: zoneName(next.zone), count: next.remaining, points: count(next.remaining) })}
        </Text>
      )}
    </Paper>
  );
}

function Numbers({ zone }: { zone: ZoneView }) {
  const { t } = useTranslation('treat');
  return (
    <dl className="zone-numbers">
      <div>
        <dt>{t('zone.points')}</dt>
        <dd className="zone-count">
          <span className="zone-done" data-testid="points-done">
            {count(zone.points - zone.remaining)}
          </span>
          <span className="zone-of"> / {count(zone.points)}</span>
        </dd>
        <dd>{t('zone.left', { count: zone.remaining, left: count(zone.remaining) })}</dd>
      </div>
      <div>
        <dt>{t('zone.dose')}</dt>
        <dd className="zone-number">{volume(zone.dose_nl)}</dd>
      </div>
      <div>
        <dt>{t('zone.depth')}</dt>
        <dd className="zone-number">{length(zone.depth_um)}</dd>
        {zone.needle_length_um !== zone.depth_um && <dd>{t('zone.needle', { length: length(zone.needle_length_um) })}</dd>}
      </div>
    </dl>
  );
}
