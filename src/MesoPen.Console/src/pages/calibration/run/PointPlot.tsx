import { useTranslation } from 'react-i18next';
import { count } from '../../../quantity/quantity';
import type { Measured } from '../errors';
import { figure, scales } from '../figures';
import type { Kind } from '../model';

const room = { left: 92, right: 16, top: 28, bottom: 28, width: 460, height: 220 };

interface PointPlotProps {
  kind: Kind;
  /** The point, as people read it. */
  name: string;
  tolerance: number;
  /** Largest error that passes plainly; null if that is not known yet. */
  acceptance: number | null;
  /** So many readings are to come. */
  expects: number;
  errors: readonly Measured[];
}

/** Errors of one point in the order of work: limits as lines, guard band hatched, each reading a dot. */
export function PointPlot({ kind, name, tolerance, acceptance, expects, errors }: PointPlotProps) {
  const { t } = useTranslation('calibration');
  const { per, unit } = scales[kind];
  const decimals = Math.max(0, Math.ceil(-Math.log10(tolerance / per / 100)));
  const text = (value: number) => figure(value / per, decimals, unit, true);
  const extent = Math.max(tolerance * 1.4, ...errors.map((each) => Math.abs(each.error) * 1.1));
  const bottom = room.height - room.bottom;
  const y = (error: number) => room.top + ((extent - error) / (2 * extent)) * (bottom - room.top);
  const last = Math.max(expects, ...errors.map((each) => each.replicate + 1));
  const x = (each: Measured) =>
    room.left + ((each.replicate + (each.direction === 'back' ? 0.7 : 0.5)) / last) * (room.width - room.left - room.right);
  const newest = errors.at(-1);
  const pattern = `guard-${kind}-${name.replaceAll(/[^\w]/g, '')}`;
  return (
    <figure className="calibration-plot">
      <figcaption>{name}</figcaption>
      <svg
        viewBox={`0 0 ${room.width} ${room.height}`}
        role="img"
        aria-label={t('plot.point', {
          name,
          count: errors.length,
          text: newest === undefined ? '—' : text(newest.error),
          limit: text(tolerance),
        })}
      >
        <defs>
          <pattern id={pattern} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="8" className="calibration-hatch" />
          </pattern>
        </defs>
        {acceptance !== null && acceptance < tolerance && (
          <g>
            {[1, -1].map((side) => (
              <rect
                key={side}
                x={room.left}
                width={room.width - room.left - room.right}
                y={Math.min(y(side * tolerance), y(side * acceptance))}
                height={Math.abs(y(tolerance) - y(acceptance))}
                fill={`url(#${pattern})`}
              />
            ))}
          </g>
        )}
        {[tolerance, -tolerance].map((limit) => (
          <g key={limit}>
            <line className="calibration-limit" x1={room.left} x2={room.width - room.right} y1={y(limit)} y2={y(limit)} />
            <text x={room.left - 6} y={y(limit) + 4} textAnchor="end">
              {text(limit)}
            </text>
          </g>
        ))}
        <line className="calibration-zero" x1={room.left} x2={room.width - room.right} y1={y(0)} y2={y(0)} />
        <text x={room.left - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        {errors.map((each) => (
          <circle
            key={`${each.needle}-${each.replicate}-${each.direction}`}
            className={each.direction === 'back' ? 'calibration-dot-back' : 'calibration-dot'}
            cx={x(each)}
            cy={y(each.error)}
            r={each === newest ? 7 : 5}
          />
        ))}
        <text x={room.width - room.right} y={room.height - 8} textAnchor="end">
          {t('plot.readings', { count: errors.length, text: count(errors.length) })}
        </text>
      </svg>
    </figure>
  );
}
