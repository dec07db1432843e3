import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type en from '../../i18n/en';
import type { StationView } from '../../live/live';
import { plain } from '../../parts/told';
import { useSaid } from '../../parts/useSaid';
import { absent } from './alarms';
import type { Check } from './CheckLine';
import { fixOf } from './fixes';
import { isOffline } from './state';

type GateName = keyof (typeof en)['treat']['gate'];

/** The clinic's gates as lines. */
export function useGateChecks(): (gates: readonly Schemas['StationGate'][], patient: string | null) => Check[] {
  const { t, i18n } = useTranslation('treat');
  return (gates, patient) =>
    gates.map((gate) => {
      const item = gate.item.toLowerCase().replace('freshneedle', 'fresh-needle').replace('-', '_');
      // The device's own day has a line of that name below; this one is the site's certificate.
      const key = item === 'calibration' ? 'certificate' : item;
      return {
        id: key,
        name: i18n.exists(`treat:gate.${key}`) ? t(`gate.${key as GateName}`) : gate.item,
        stands: gate.stands,
        why: gate.detail ?? null,
        remedy: gate.remedy ?? null,
        fix: fixOf(gate.type, patient),
        overridden: gate.overridden ?? null,
      };
    });
}

/** What only station and device know, as lines. */
export function useDeviceChecks(): (view: StationView) => Check[] {
  const { t } = useTranslation('treat');
  const said = useSaid();
  // What was said last tells why the device is away, if it is about the device.
  const awayWhy = (view: StationView) => {
    const { what, said: about } = absent(view);
    return what === null ? t('why.device') : plain(said(about, what));
  };
  return (view) => {
    const { device } = view;
    const known = Boolean(device) && !isOffline(view);
    const due = device?.calibration_due_on ?? null;
    const line = (id: GateName, stands: boolean | null, why: string, fix?: Check['fix']): Check => ({
      id,
      name: t(`gate.${id}`),
      stands,
      why,
      fix: fix ?? null,
    });
    return [
      line('device', view.device_refused ? false : known, view.device_refused ?? awayWhy(view), {
        to: '/devices',
        page: 'devices',
      }),
      line('self_test', known ? (device?.self_tested ?? false) : null, t('why.self_test')),
      line(
        'calibration',
        known ? (device?.calibration_in_date ?? false) : null,
        due === null ? t('why.calibration_never') : t('why.calibration', { due }),
        {
          to: '/calibration',
          page: 'calibration',
        },
      ),
      line('primed', known ? (view.primed ?? false) : null, t('why.primed')),
      line('settled', view.settled ?? null, t('why.settled')),
      line('written', !view.records_fail, view.records_fail ?? ''),
    ];
  };
}
