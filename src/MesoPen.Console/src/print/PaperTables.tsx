import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { basisWord } from '../pages/records/Basis';
import { quantity, useLimits } from '../pages/records/Limits';
import { isBeyond } from '../pages/records/limits';
import { OutcomeMark } from '../pages/records/OutcomeMark';
import { type Ground, useNames } from '../pages/records/reading';
import { useTimeline } from '../pages/records/Timeline';
import { timeOfDay } from '../pages/records/times';
import { zoneLines } from '../pages/records/ZoneSums';
import { useZoneName } from '../pages/records/zoneName';
import { ToldText } from '../parts/told';
import { count, length, moment, volume } from '../quantity/quantity';

/** A table on paper: its head is repeated on each page. */
function PaperTable({
  label,
  heads,
  rows,
}: {
  label: string;
  heads: readonly string[];
  rows: readonly (readonly React.ReactNode[])[];
}) {
  return (
    <table className="paper-table" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paper does not change.
          <tr key={index}>
            {row.map((cell, place) => (
              <td key={heads[place]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PaperZones({ record, plan }: { record: Schemas['SessionRecordView']; plan: Schemas['PlanVersion'] | undefined }) {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  return (
    <PaperTable
      label={t('sums_caption')}
      heads={[t('zone'), t('points'), t('dose'), t('cut'), t('not_delivered'), t('unknown'), t('deepest')]}
      rows={zoneLines(record, plan).map(({ sum, points, planned, cut, deepest, set }) => [
        zone(sum.zone),
        points === undefined ? count(sum.shots) : t('points_of', { done: count(sum.shots), points: count(points) }),
        `${volume(sum.volume_nl)}${planned === undefined ? '' : ` ${t('delivered_of', { planned: volume(planned) })}`}`,
        count(cut),
        count(sum.not_delivered_shots),
        `${count(sum.unknown_shots)}${sum.unknown_shots > 0 ? `, ${t('unknown_volume', { volume: volume(sum.unknown_nl) })}` : ''}`,
        deepest === 0 ? '–' : `${length(deepest)}${set === undefined ? '' : ` ${t('deepest_of', { set: length(set) })}`}`,
      ])}
    />
  );
}

export function PaperLimits({ record, ground }: { record: Schemas['SessionRecordView']; ground: Ground }) {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  return (
    <PaperTable
      label={t('limits_caption')}
      heads={[t('zone'), t('limit'), t('allowed'), t('used'), t('limit_source')]}
      rows={useLimits(record, ground).map((limit) => [
        limit.zone === null ? t('whole_session') : zone(limit.zone),
        t(`kind.${limit.kind}`),
        quantity(limit, limit.value),
        `${quantity(limit, limit.used)}${isBeyond(limit) ? ` ⚠ ${t('beyond')}` : ''}`,
        `${limit.source}${limit.asThen ? '' : ` ${t('limit_since')}`}`,
      ])}
    />
  );
}

export function PaperTimeline({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  const name = useNames();
  return (
    <PaperTable
      label={t('timeline_caption')}
      heads={[t('when'), t('what'), t('who')]}
      rows={useTimeline(session).map((line) => [moment(line.at), <ToldText key="what" told={line.what} />, name(line.by)])}
    />
  );
}

export function PaperBasis({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  return (
    <PaperTable
      label={t('basis_caption')}
      heads={[t('basis_kind'), t('basis_id'), t('basis_version'), t('basis_hash')]}
      rows={session.basis.map((item) => [
        t(`basis_word.${basisWord(item.kind)}`),
        item.id,
        item.version,
        <span key="hash" className="paper-hash">
          {item.sha256}
        </span>,
      ])}
    />
  );
}

export function PaperShots({ shots }: { shots: readonly Schemas['SessionShot'][] }) {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  return (
    <PaperTable
      label={t('shots_caption')}
      heads={[t('shot'), t('zone'), t('outcome'), t('depth'), t('volume'), t('time')]}
      rows={shots.map((shot) => [
        count(shot.shot),
        zone(shot.zone),
        <OutcomeMark key="outcome" outcome={shot.outcome} partial={shot.partial} />,
        length(shot.depth_um),
        shot.outcome === 'unknown' ? t('unknown_volume', { volume: volume(shot.volume_nl) }) : volume(shot.volume_nl),
        timeOfDay(shot.at),
      ])}
    />
  );
}
