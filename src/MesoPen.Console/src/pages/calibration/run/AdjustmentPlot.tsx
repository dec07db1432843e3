import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { figure, nominal } from '../figures';
import type { Calibration } from '../model';

const room = { left: 64, right: 16, top: 16, bottom: 36, width: 720, height: 240 };

/** Mean errors before the adjustment, hollow, and as they should be after it, filled: in percent of each point's tolerance. */
export function AdjustmentPlot({ run, residuals }: { run: Calibration; residuals: readonly Schemas['AdjustmentResidual'][] }) {
  const { t } = useTranslation('calibration');
  const parts = residuals.map((each) => {
    const point = run.setup.points[each.point];
    const tolerance = point?.tolerance ?? 1;
    return { name: nominal(run.kind, point?.nominal ?? 0), before: each.before / tolerance, after: each.after / tolerance };
  });
  const extent = Math.max(1.2, ...parts.flatMap((each) => [Math.abs(each.before), Math.abs(each.after)])) * 1.05;
  const bottom = room.height - room.bottom;
  const y = (share: number) => room.top + ((extent - share) / (2 * extent)) * (bottom - room.top);
  const x = (index: number) => room.left + ((index + 0.5) / parts.length) * (room.width - room.left - room.right);
  const worst = (key: 'before' | 'after') => figure(Math.max(...parts.map((each) => Math.abs(each[key]))) * 100, 0, '%');
  return (
    <figure className="calibration-plot">
      <figcaption>{t('adjustment.plot')}</figcaption>
      <svg
        viewBox={`0 0 ${room.width} ${room.height}`}
        role="img"
        aria-label={t('adjustment.plot_label', { before: worst('before'), after: worst('after') })}
      >
        {[1, -1].map((limit) => (
          <g key={limit}>
            <line className="calibration-limit" x1={room.left} x2={room.width - room.right} y1={y(limit)} y2={y(limit)} />
            <text x={room.left - 6} y={y(limit) + 4} textAnchor="end">
              {figure(limit * 100, 0, '%', true)}
            </text>
          </g>
        ))}
        <line className="calibration-zero" x1={room.left} x2={room.width - room.right} y1={y(0)} y2={y(0)} />
        {parts.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: residuals are made once and do not change.
          <g key={index}>
            <line className="calibration-zero" x1={x(index)} x2={x(index)} y1={y(each.before)} y2={y(each.after)} />
            <circle className="calibration-dot-back" cx={x(index)} cy={y(each.before)} r={6} />
            <circle className="calibration-dot" cx={x(index)} cy={y(each.after)} r={6} />
            {parts.length <= 8 && (
              <text x={x(index)} y={room.height - 10} textAnchor="middle">
                {each.name}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
