import { useMemo, useState } from 'react';
import { useOf } from '../../live/useStation';
import { BodyMap, type Mark } from '../../map/BodyMap';
import { count } from '../../quantity/quantity';
import { isArmed, nextZone } from './state';
import { useShots } from './useShots';

interface Props {
  current: string | null;
  onChoose: ((zone: string) => void) | undefined;
}

/** The zones of the plan where they are on the skin: done, armed, next; a ring where a shot has landed. */
export function ZoneMap({ current, onChoose }: Props) {
  const zones = useOf((view) => view?.zones);
  const armed = useOf(isArmed);
  const next = useOf((view) => nextZone(view, view?.zones?.find((zone) => zone.zone === current) ?? null)?.zone ?? null);
  const marks = useMemo(
    () =>
      Object.fromEntries(
        (zones ?? []).map((zone): [string, Mark] => [
          zone.zone,
          {
            tone:
              zone.unknown_shots > 0
                ? 'blocked'
                : zone.remaining === 0
                  ? 'done'
                  : zone.zone === current
                    ? armed
                      ? 'active'
                      : 'next'
                    : 'planned',
            label: `${count(zone.points - zone.remaining)} / ${count(zone.points)}`,
          },
        ]),
      ),
    [zones, current, armed],
  );
  return (
    <div className="map" data-next={next}>
      <MapWithFlashes marks={marks} current={current} onChoose={onChoose} />
    </div>
  );
}

/** Apart from the rest, so that a shot draws the map and nothing else. */
function MapWithFlashes({ marks, current, onChoose }: { marks: Record<string, Mark> } & Props) {
  const [flash, setFlash] = useState<{ zone: string; key: number } | null>(null);
  useShots((shots) => {
    const shot = shots.at(-1);
    if (shot?.zone) setFlash({ zone: shot.zone, key: shot.shot });
  });
  return <BodyMap marks={marks} selected={current} flash={flash} {...(onChoose ? { onSelect: onChoose } : {})} />;
}
