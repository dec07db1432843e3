import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count, length, volume } from '../../quantity/quantity';
import { OutcomeMark } from './OutcomeMark';
import { type Shot, type ShotOrder, sorted } from './sums';
import { timeOfDay } from './times';
import { useZoneName } from './zoneName';

/** Height of a row as records.css has it; rows out of sight are room of as many heights, so a session of thousands of shots scrolls like one of ten. */
const rowHeight = 45;
const spare = 8;

const columns: readonly [ShotOrder, 'shot' | 'zone' | 'outcome' | 'depth' | 'volume' | 'time'][] = [
  ['shot', 'shot'],
  ['zone', 'zone'],
  ['outcome', 'outcome'],
  ['depth', 'depth'],
  ['volume', 'volume'],
  ['at', 'time'],
];

/** Each shot of a session. Sorted by its heads; rows are made as they come into sight. */
export function ShotTable({ shots }: { shots: readonly Shot[] }) {
  const { t } = useTranslation('records');
  const [order, setOrder] = useState<{ by: ShotOrder; descending: boolean }>({ by: 'shot', descending: false });
  const [first, setFirst] = useState(0);
  const frame = useRef<HTMLElement>(null);
  const inOrder = useMemo(() => sorted(shots, order.by, order.descending), [shots, order]);
  const seen = Math.ceil((frame.current?.clientHeight ?? 800) / rowHeight) + 2 * spare;
  const from = Math.min(first, Math.max(0, inOrder.length - 1));
  const to = Math.min(inOrder.length, from + seen);
  const look = (element: HTMLElement) => {
    const top = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
    // In steps of a few rows: a scroll of a pixel paints nothing anew.
    setFirst(top - (top % 4));
  };
  return (
    <section
      ref={frame}
      className="shots-scroll"
      aria-label={t('shots')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
      onScroll={(event) => look(event.currentTarget)}
    >
      <table className="shots-table" aria-label={t('shots_caption')} aria-rowcount={inOrder.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(([by, word]) => {
              const here = order.by === by;
              return (
                <th
                  key={by}
                  scope="col"
                  className={`shots-${by}`}
                  aria-sort={here ? (order.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    className="shots-sort"
                    onClick={() => setOrder({ by, descending: here && !order.descending })}
                    title={t('sort_by', { column: t(word) })}
                  >
                    {t(word)}
                    <span aria-hidden="true">{here ? (order.descending ? '▼' : '▲') : '↕'}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          <Room rows={from} />
          {inOrder.slice(from, to).map((shot, index) => (
            <ShotRow key={shot.sequence} shot={shot} row={from + index + 2} />
          ))}
          <Room rows={inOrder.length - to} />
        </tbody>
      </table>
    </section>
  );
}

/** Room of rows that are out of sight. */
function Room({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return <tr className="shots-room" style={{ height: rows * rowHeight }} />;
}

function ShotRow({ shot, row }: { shot: Shot; row: number }) {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  return (
    <tr aria-rowindex={row} data-shot={shot.shot}>
      <td>{count(shot.shot)}</td>
      <td>{zone(shot.zone)}</td>
      <td>
        <OutcomeMark outcome={shot.outcome} partial={shot.partial} />
      </td>
      <td>{length(shot.depth_um)}</td>
      <td>{shot.outcome === 'unknown' ? t('unknown_volume', { volume: volume(shot.volume_nl) }) : volume(shot.volume_nl)}</td>
      <td>{timeOfDay(shot.at)}</td>
    </tr>
  );
}
