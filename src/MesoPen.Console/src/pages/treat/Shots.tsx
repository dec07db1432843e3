import { Paper, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { current, type LiveShot } from '../../live/live';
import { useZoneName } from '../../map/zoneName';
import { count, length, volume } from '../../quantity/quantity';
import { clickOfShot } from './sound';
import { useShots } from './useShots';

const kept = 8;

/** Shots counted and the last ones, painted without React: each shot adds a row and takes one away. */
export function Shots() {
  const { t, i18n } = useTranslation('treat');
  const zoneName = useZoneName();
  const total = useRef<HTMLSpanElement>(null);
  const rows = useRef<HTMLTableSectionElement>(null);
  const seen = useRef(0);

  const row = (shot: LiveShot) => {
    const line = document.createElement('tr');
    line.dataset.outcome = shot.outcome;
    if (shot.partial) line.dataset.cut = 'true';
    const dose = current().station?.zones?.find((zone) => zone.zone === shot.zone)?.dose_nl;
    const got = volume(shot.volume_nl);
    const cells = [
      count(shot.shot),
      zoneName(shot.zone ?? ''),
      shot.partial ? `${t(`outcome.${shot.outcome}`)}, ${t('shots.cut')}` : t(`outcome.${shot.outcome}`),
      shot.outcome === 'unknown' ? '?' : length(shot.depth_um),
      shot.outcome === 'unknown' ? '?' : shot.partial && dose ? t('shots.volume_of', { volume: got, dose: volume(dose) }) : got,
    ];
    for (const text of cells) {
      const cell = document.createElement('td');
      cell.textContent = text;
      line.append(cell);
    }
    return line;
  };
  useShots((shots) => {
    seen.current += shots.length;
    if (total.current) total.current.textContent = count(seen.current);
    for (const shot of shots.slice(-kept)) rows.current?.prepend(row(shot));
    while ((rows.current?.childElementCount ?? 0) > kept) rows.current?.lastElementChild?.remove();
    clickOfShot();
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="shots-title">
      <Title order={2} size="h4" id="shots-title">
        {t('shots.title')}
      </Title>
      <Text>
        {t('shots.seen')}{' '}
        <span ref={total} className="shots-total" data-testid="shots-total">
          0
        </span>
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="shots-scroll" tabIndex={0} aria-labelledby="shots-title">
        <table className="shots">
          <thead>
            <tr>
              <th scope="col">{t('shots.number')}</th>
              <th scope="col">{t('shots.zone')}</th>
              <th scope="col">{t('shots.outcome')}</th>
              <th scope="col">{t('shots.depth')}</th>
              <th scope="col">{t('shots.volume')}</th>
            </tr>
          </thead>
          {/* Rows are written once, in the language of their time. */}
          <tbody ref={rows} key={i18n.language} />
        </table>
      </section>
    </Paper>
  );
}
