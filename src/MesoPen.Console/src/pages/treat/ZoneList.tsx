import { Badge, Button, Group, Modal, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneView } from '../../live/live';
import { useOf } from '../../live/useStation';
import { useZoneName } from '../../map/zoneName';
import { count, volume } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useCommand } from './command';
import { isArmed } from './state';
import { ZoneMap } from './ZoneMap';

interface Props {
  current: string | null;
  onChoose: (zone: string) => void;
  watching: boolean;
}

/** All zones of the plan, on the map and in a list, and the way from one to another: what is armed is paused first. */
export function ZoneList({ current, onChoose, watching }: Props) {
  const { t } = useTranslation('treat');
  const zoneName = useZoneName();
  const zones = useOf((view) => view?.zones) ?? [];
  const armed = useOf(isArmed);
  const [wanted, setWanted] = useState<string | null>(null);
  const command = useCommand();
  const choose = (zone: string) => {
    if (zone === current || !zones.some((each) => each.zone === zone && each.remaining > 0)) return;
    if (armed) setWanted(zone);
    else onChoose(zone);
  };
  const end = () => {
    setWanted(null);
    command.reset();
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="zones-title">
      <Title order={2} size="h4" id="zones-title">
        {t('zones_title')}
      </Title>
      <ZoneMap current={current} onChoose={watching ? undefined : choose} />
      <ul className="zones">
        {zones.map((zone) => (
          <li key={zone.zone}>
            <button
              type="button"
              className="zone-choice"
              data-zone={zone.zone}
              aria-current={zone.zone === current}
              disabled={watching || zone.remaining === 0}
              onClick={() => choose(zone.zone)}
            >
              <ZoneLine zone={zone} current={zone.zone === current} />
            </button>
          </li>
        ))}
      </ul>
      <Modal
        opened={wanted !== null}
        onClose={end}
        title={t('change.title', { zone: zoneName(wanted ?? '') })}
        closeButtonProps={{ 'aria-label': t('change.stay') }}
      >
        <Text>{t('change.text', { from: zoneName(current ?? ''), to: zoneName(wanted ?? '') })}</Text>
        <ProblemAlert problem={command.error} />
        <Group mt="md">
          <Button
            loading={command.isPending}
            onClick={() =>
              command.mutate(
                { id: 'pause' },
                {
                  onSuccess: () => {
                    if (wanted !== null) onChoose(wanted);
                    end();
                  },
                },
              )
            }
          >
            {t('change.do')}
          </Button>
          <Button variant="default" onClick={end}>
            {t('change.stay')}
          </Button>
        </Group>
      </Modal>
    </Paper>
  );
}

function ZoneLine({ zone, current }: { zone: ZoneView; current: boolean }) {
  const { t } = useTranslation('treat');
  const zoneName = useZoneName();
  const state = zone.unknown_shots > 0 ? 'unknown' : zone.remaining === 0 ? 'done' : current ? 'current' : 'open';
  return (
    <>
      <span className="zone-choice-name">{zoneName(zone.zone)}</span>
      <span>
        {t('zones_line', {
          count: zone.points,
          done: count(zone.points - zone.remaining),
          points: count(zone.points),
          given: volume(zone.delivered_nl),
        })}
        {zone.cut_shots > 0 && `. ${t('zone.cut', { count: zone.cut_shots, shots: count(zone.cut_shots) })}`}
      </span>
      <Badge
        variant="outline"
        color={state === 'unknown' ? 'yellow' : state === 'done' ? 'green' : 'gray'}
        className="plain-badge"
      >
        {t(`zone_state.${state}`)}
      </Badge>
    </>
  );
}
