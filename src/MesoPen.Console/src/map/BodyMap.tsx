import { useCallback, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyDrawing } from './BodyDrawing';
import classes from './BodyMap.module.css';
import { FaceDrawing } from './FaceDrawing';
import { MapPatterns } from './MapPatterns';
import { directions, type Mark, neighbour, viewOf } from './neighbours';
import { ShotFlash } from './ShotFlash';
import { sheets, type View } from './shapes';
import { ToneSign } from './ToneSign';
import { ZoneOutline } from './ZoneOutline';
import { useZoneName } from './zoneName';

export type { Mark, Tone } from './neighbours';
export type { View } from './shapes';

interface Props {
  /** Left out: the view of the zone that matters most. */
  view?: View;
  marks: Readonly<Record<string, Mark>>;
  selected?: string | null;
  /** Left out: the map is looked at only. */
  onSelect?: (zone: string) => void;
  /** A shot: each new key starts the ring of its zone anew. */
  flash?: { zone: string; key: string | number } | null;
}

const idle: Mark = { tone: 'idle' };

/**
 * The skin, zone by zone, as who looks at the patient sees it. One stop of the tabulator; arrows go to the zone that lies next, Enter and Space
 * choose. Zones of a site's own that the drawing lacks are only in a list: put a ZoneList beside it.
 */
export function BodyMap({ view, marks, selected = null, onSelect, flash = null }: Props) {
  const { t } = useTranslation('plans');
  const zoneName = useZoneName();
  const patterns = useId();
  const svg = useRef<SVGSVGElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const shown = view ?? viewOf(marks);
  const sheet = sheets[shown];
  const choose = useRef(onSelect);
  choose.current = onSelect;

  const select = useCallback((zone: string) => {
    setFocused(zone);
    choose.current?.(zone);
  }, []);
  const move = useCallback(
    (zone: string, key: string): boolean => {
      const zones = sheets[shown].zones;
      const direction = directions[key];
      const next =
        direction !== undefined
          ? neighbour(zones, zone, direction)
          : key === 'Home'
            ? zones[0]?.id
            : key === 'End'
              ? zones.at(-1)?.id
              : undefined;
      if (next === undefined) return false;
      if (next !== null) {
        setFocused(next);
        svg.current?.querySelector<SVGGElement>(`[data-zone="${next}"]`)?.focus();
      }
      return true;
    },
    [shown],
  );

  const has = (zone: string | null) => sheet.zones.some((shape) => shape.id === zone);
  const stop = has(focused) ? focused : has(selected) ? selected : sheet.zones[0]?.id;
  const named = (zone: string, { tone, label }: Mark) =>
    [zoneName(zone), tone === 'idle' ? '' : t(`tone.${tone}`), label ?? ''].filter((text) => text !== '').join(', ');
  const target = flash === null ? undefined : sheet.zones.find((shape) => shape.id === flash.zone);
  const summary = sheet.zones
    .filter(({ id }) => (marks[id]?.tone ?? 'idle') !== 'idle')
    .map(({ id }) => named(id, marks[id] ?? idle))
    .join('; ');

  return (
    <svg
      ref={svg}
      className={classes.map}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      {...(onSelect === undefined
        ? { role: 'img', 'aria-label': `${t(`map_${shown}`)}: ${summary || t('map_empty')}` }
        : { role: 'listbox', 'aria-label': t(`map_${shown}`), 'aria-orientation': undefined })}
      data-view={shown}
    >
      <MapPatterns prefix={patterns} />
      {shown === 'face' ? <FaceDrawing /> : <BodyDrawing />}
      <g className={classes.side}>
        <text x={0} y={20}>
          {t('side_right')}
        </text>
        <text x={sheet.width} y={20} textAnchor="end">
          {shown === 'face' ? t('side_left') : t('side_right')}
        </text>
      </g>
      {sheet.zones.map((shape) => {
        const mark = marks[shape.id] ?? idle;
        return (
          <ZoneOutline
            key={shape.id}
            shape={shape}
            tone={mark.tone}
            name={named(shape.id, mark)}
            selected={shape.id === selected}
            reachable={onSelect === undefined ? null : shape.id === stop}
            patterns={patterns}
            onSelect={select}
            onMove={move}
          />
        );
      })}
      {/* Above every zone, and the one that is worked on above all: its letters are never covered. */}
      {sheet.zones
        .toSorted((a, b) => Number(a.id === selected) - Number(b.id === selected))
        .map(({ id, anchor }) => (
          <ToneSign key={id} tone={marks[id]?.tone ?? 'idle'} label={marks[id]?.label ?? ''} at={anchor} />
        ))}
      {target !== undefined && flash !== null && <ShotFlash key={flash.zone} at={target.anchor} shot={flash.key} />}
    </svg>
  );
}
