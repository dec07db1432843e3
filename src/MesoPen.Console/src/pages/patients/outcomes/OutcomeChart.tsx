import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { day } from '../../../quantity/quantity';
import { measured, placed, type Series } from './measured';

const width = 640;
const height = 240;
const margin = 48;

/** One measure in one zone over time: as a line, and as the table that says the same. */
export function OutcomeChart({ series, name }: { series: Series; name: string }) {
  const { t } = useTranslation('patients');
  const points = placed(series, width, height, margin);
  const values = series.points.map((point) => Number(point.value));
  const extreme = (value: number) => series.points.find((point) => Number(point.value) === value);
  const ends = [Math.min(...values), Math.max(...values)].map((value) => extreme(value));
  return (
    <>
      <svg
        role="img"
        aria-label={t('outcome.chart', { name })}
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: '100%', maxWidth: 820, color: 'var(--mantine-color-text)' }}
      >
        <line x1={margin} y1={height - margin / 2} x2={width - margin / 2} y2={height - margin / 2} stroke="currentColor" />
        <line x1={margin} y1={margin / 2} x2={margin} y2={height - margin / 2} stroke="currentColor" />
        {points.length > 1 && (
          <polyline
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke="var(--mantine-primary-color-filled)"
            strokeWidth={3}
          />
        )}
        {points.map(({ x, y }, index) => {
          const point = series.points[index];
          if (point === undefined) return null;
          const named = ends.includes(point) || index === 0 || index === points.length - 1;
          return (
            <g key={point.outcome_id}>
              <circle cx={x} cy={y} r={6} fill="var(--mantine-primary-color-filled)" />
              {named && (
                <text
                  x={x}
                  y={y - 12}
                  textAnchor={x > width - 2 * margin ? 'end' : x < 2 * margin ? 'start' : 'middle'}
                  fontSize={16}
                  fill="currentColor"
                >
                  {measured(point.value, series.unit)}
                </text>
              )}
            </g>
          );
        })}
        {[series.points[0], series.points.length > 1 ? series.points.at(-1) : undefined].map(
          (point, index) =>
            point && (
              <text
                key={point.outcome_id}
                x={index === 0 ? margin : width - margin / 2}
                y={height - 4}
                textAnchor={index === 0 ? 'start' : 'end'}
                fontSize={16}
                fill="currentColor"
              >
                {day(point.day)}
              </text>
            ),
        )}
      </svg>
      <Table striped withTableBorder maw={520}>
        <Table.Caption>{name}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('outcome.day')}</Table.Th>
            <Table.Th>{t('outcome.value')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {series.points.map((point) => (
            <Table.Tr key={point.outcome_id}>
              <Table.Td>{day(point.day)}</Table.Td>
              <Table.Td>{measured(point.value, series.unit)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
