import { Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ZoneView } from '../../live/live';
import { useOf } from '../../live/useStation';
import { count, length, volume } from '../../quantity/quantity';
import { ArmPanel } from './ArmPanel';
import { DoseBar } from './DoseBar';
import { isArmed, isPaused, nextZone } from './state';
import { useZoneFacts, type ZoneFacts } from './useFacts';
import { useZoneName } from './zoneName';

/** The zone that is worked on, to be read from a metre away; what comes next; and the one deliberate gesture. */
export function CurrentZone({ zone, watching }: { zone: ZoneView | null; watching: boolean }) {
  const { t } = useTranslation('treat');
  const zoneName = useZoneName();
  const facts = useZoneFacts();
  const armed = useOf(isArmed);
  const paused = useOf(isPaused);
  const next = useOf((view) => nextZone(view, zone));
  if (zone === null)
    return (
      <Paper withBorder p="md" component="section">
        <Title order={2}>{t('zone.all_done')}</Title>
        <Text>{t('zone.all_done_text')}</Text>
      </Paper>
    );
  const { doseNl } = facts(zone);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="zone-title" className="zone" data-armed={armed}>
      <Text fw={600}>{t(armed ? 'zone.armed' : paused ? 'zone.paused' : 'zone.current')}</Text>
      <Title order={2} id="zone-title" className="zone-name" data-zone={zone.zone}>
        {zoneName(zone.zone)}
      </Title>
      <Numbers zone={zone} facts={facts(zone)} />
      <DoseBar zone={zone} plannedNl={doseNl === null ? null : doseNl * zone.points} />
      <ArmPanel zone={zone} facts={facts(zone)} watching={watching} />
      {next !== null && (
        <Text mt="sm">
          {t('zone.next', {
            zone: zoneName(next.zone),
            points: count(next.remaining),
          })}
        </Text>
      )}
    </Paper>
  );
}

function Numbers({ zone, facts }: { zone: ZoneView; facts: ZoneFacts }) {
  const { t } = useTranslation('treat');
  const depth = facts.depthUm ?? facts.needleUm;
  return (
    <Group className="zone-numbers" gap="xl" align="end">
      <div className="zone-count">
        <span className="zone-done" data-testid="points-done">
          {count(zone.points - zone.remaining)}
        </span>
        <span className="zone-of"> / {count(zone.points)}</span>
        <Text>{t('zone.left', { left: count(zone.remaining) })}</Text>
      </div>
      {facts.doseNl !== null && (
        <div>
          <div className="zone-number">{volume(facts.doseNl)}</div>
          <Text>{t('zone.dose')}</Text>
        </div>
      )}
      {depth !== null && (
        <div>
          <div className="zone-number">{length(depth)}</div>
          <Text>{t(facts.depthUm === null ? 'zone.needle' : 'zone.depth')}</Text>
        </div>
      )}
    </Group>
  );
}
