import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ZoneView } from '../../live/live';
import { useOf } from '../../live/useStation';
import { count, volume } from '../../quantity/quantity';
import { isArmed } from './state';

const share = (part: number, whole: number) => `${Math.min(100, Math.max(0, (part / whole) * 100))}%`;

/** What a zone has had against the most that it may get; what is unknown or reserved counts, and the band says how far off the sum may be. */
export function DoseBar({ zone }: { zone: ZoneView }) {
  const { t } = useTranslation('treat');
  const armed = useOf(isArmed);
  const planned = zone.dose_nl * zone.points;
  const most = zone.limit_nl ?? planned;
  const given = zone.delivered_nl + zone.unknown_nl + zone.reserved_nl;
  const band = zone.uncertainty_nl;
  const parts = [
    t(band > 0 ? 'dose.given_band' : 'dose.given', { given: volume(zone.delivered_nl), band: volume(band) }),
    zone.unknown_nl > 0 ? t('dose.unknown', { unknown: volume(zone.unknown_nl) }) : '',
    zone.reserved_shots > 0
      ? t(armed ? 'dose.reserved' : 'dose.held', {
          count: zone.reserved_shots,
          shots: count(zone.reserved_shots),
          reserved: volume(zone.reserved_nl),
        })
      : '',
    t('dose.planned', { planned: volume(planned) }),
    zone.limit_nl === null
      ? ''
      : t('dose.limit', { limit: volume(zone.limit_nl), left: volume(Math.max(0, zone.limit_nl - given)) }),
  ].filter((text) => text !== '');
  return (
    <div className="dose">
      {/* biome-ignore lint/a11y/useSemanticElements: a meter of the browser shows one value, not a band. */}
      <div
        className="dose-bar"
        role="meter"
        aria-label={t('dose.title')}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={Math.min(given, most)}
        aria-valuetext={parts.join(' ')}
      >
        <span className="dose-given" style={{ width: share(zone.delivered_nl, most) }} />
        <span className="dose-unknown" style={{ left: share(zone.delivered_nl, most), width: share(zone.unknown_nl, most) }} />
        {zone.reserved_nl > 0 && (
          <span
            className="dose-reserved"
            style={{ left: share(zone.delivered_nl + zone.unknown_nl, most), width: share(zone.reserved_nl, most) }}
          />
        )}
        {band > 0 && (
          <span className="dose-band" style={{ left: share(zone.delivered_nl - band, most), width: share(2 * band, most) }} />
        )}
        {planned < most && <span className="dose-plan" style={{ left: share(planned, most) }} />}
      </div>
      <Text>{parts.join(' ')}</Text>
      {zone.limit_source !== null && <Text size="sm">{t('dose.source', { source: zone.limit_source })}</Text>}
    </div>
  );
}
