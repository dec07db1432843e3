import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { day, volume } from '../../quantity/quantity';
import { Facts } from './Facts';
import { type Ground, useNames } from './reading';

/** With what, by whom, from what: the session's ground in words. */
export function Summary({ session, ground }: { session: Schemas['Treatment']; ground: Ground }) {
  const { t } = useTranslation('records');
  const name = useNames();
  const { intent, device_known: device, ended } = session;
  const consent = ground.consent?.consent;
  return (
    <Facts
      facts={[
        [t('by'), name(intent.clinician_id)],
        [
          t('plan'),
          `${t('plan_version', { title: ground.plan?.title ?? intent.plan_id, version: intent.plan_version })} (${intent.plan_id})`,
        ],
        [t('product'), lines(ground.products.map((product) => `${product.name ?? product.id} (${product.id})`))],
        [
          t('lot'),
          lines(ground.lots.map((lot) => `${lot.number} (${lot.product_id}), ${t('lot_until', { day: day(lot.expires) })}`)),
        ],
        [t('vial'), ground.vial && ground.vial.parts.length > 0 ? `${intent.vial_id}. ${t('mixture_note')}` : intent.vial_id],
        [t('head'), lines((session.heads ?? [intent.head_id]).map((id) => headLine(id)))],
        [
          t('device'),
          device ? `${device.profile} · ${device.serial}, ${t('firmware', { version: device.firmware })}` : t('device_none'),
        ],
        [
          t('calibration'),
          device &&
            (device.calibration_due_on
              ? t('calibration_until', { day: day(device.calibration_due_on) })
              : t('calibration_never')),
        ],
        [
          t('consent'),
          consent?.withdrawn
            ? t('consent_withdrawn', { reason: consent.withdrawn })
            : consent?.clinician && t('consent_signed', { name: consent.clinician.printed_name, day: day(consent.clinician.at) }),
        ],
        [t('station'), session.station],
        [t('loaded'), intent.loaded_nl ? volume(intent.loaded_nl) : null],
        [t('primed'), ended ? volume(ended.primed_nl) : null],
        [t('left_over'), ended ? volume(ended.left_over_nl) : null],
      ]}
    />
  );

  function headLine(id: string): string {
    const head = ground.heads.find((each) => each.head.id === id);
    return head
      ? `${id}, ${t('needles', { count: head.needles })}, ${t('lot')} ${head.head.lot}, ${t('sterile_until', { day: day(head.head.sterile_until) })}`
      : id;
  }
}

function lines(texts: readonly string[]) {
  return texts.length === 0 ? null : texts.map((text) => <div key={text}>{text}</div>);
}
