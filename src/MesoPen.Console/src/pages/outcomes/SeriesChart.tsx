import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { day } from '../../quantity/quantity';
import { dots } from './series';

const room = { left: 60, right: 20, top: 20, bottom: 36, width: 560, height: 220 };

/** A series as a line; its values stand in the table beside it. */
export function SeriesChart({ name, points }: { name: string; points: readonly Schemas['OutcomePoint'][] }) {
  const { t } = useTranslation('outcomes');
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const places = dots(points, room.width - room.left - room.right, room.height - room.top - room.bottom).map(({ x, y }) => ({
    x: x + room.left,
    y: y + room.top,
  }));
  const low = points.reduce((least, point) => (Number(point.value) < Number(least.value) ? point : least), first);
  const high = points.reduce((most, point) => (Number(point.value) > Number(most.value) ? point : most), first);
  const bottom = room.height - room.bottom;
  return (
    <svg
      className="records-chart"
      viewBox={`0 0 ${room.width} ${room.height}`}
      role="img"
      aria-label={t('measured.chart', { name, count: points.length, first: day(first.day), last: day(last.day) })}
    >
      <line x1={room.left} y1={bottom + 8} x2={room.width - room.right} y2={bottom + 8} />
      {high.value !== low.value && (
        <text x={room.left - 10} y={bottom + 4} textAnchor="end">
          {low.value}
        </text>
      )}
      <text x={room.left - 10} y={high.value === low.value ? (room.top + bottom) / 2 + 4 : room.top + 4} textAnchor="end">
        {high.value}
      </text>
      <text x={room.left} y={room.height - 8}>
        {day(first.day)}
      </text>
      {last.day !== first.day && (
        <text x={room.width - room.right} y={room.height - 8} textAnchor="end">
          {day(last.day)}
        </text>
      )}
      <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {places.map(({ x, y }, index) => (
        <circle key={points[index]?.outcome_id} cx={x} cy={y} r={5} />
      ))}
    </svg>
  );
}
