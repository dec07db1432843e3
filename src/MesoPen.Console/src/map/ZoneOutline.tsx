import { memo } from 'react';
import classes from './BodyMap.module.css';
import type { Tone } from './neighbours';
import type { ZoneShape } from './shapes';

interface Props {
  shape: ZoneShape;
  tone: Tone;
  /** What is read aloud: the zone, from the patient's side, and what is with it. */
  name: string;
  selected: boolean;
  /** Whether the tabulator stops here: one zone of the map has it. Null if nothing can be chosen. */
  reachable: boolean | null;
  patterns: string;
  onSelect: (zone: string) => void;
  onMove: (zone: string, key: string) => boolean;
}

/** One zone: what is seen of it, what a finger finds, and what is read aloud. */
export const ZoneOutline = memo(function ZoneOutline(props: Props) {
  const { shape, tone, name, selected, reachable, patterns, onSelect, onMove } = props;
  const seen = (
    <>
      {shape.outlines.map((d) => (
        <g key={d}>
          <path d={d} className={classes.area} />
          {tone !== 'idle' && tone !== 'active' && <path d={d} fill={`url(#${patterns}-${tone})`} />}
          <path d={d} className={classes.ring} />
          <path d={d} className={classes.edge} />
        </g>
      ))}
      {shape.grips.map((d) => (
        <path key={d} d={d} className={classes.grip} strokeWidth={shape.reach} />
      ))}
    </>
  );
  if (reachable === null)
    return (
      <g className={classes.zone} data-zone={shape.id} data-tone={tone}>
        {seen}
      </g>
    );
  return (
    <g
      className={classes.zone}
      data-zone={shape.id}
      data-tone={tone}
      data-selected={selected}
      role="option"
      aria-selected={selected}
      aria-label={name}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onSelect(shape.id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onSelect(shape.id);
        } else if (onMove(shape.id, event.key)) event.preventDefault();
      }}
    >
      {seen}
    </g>
  );
});
