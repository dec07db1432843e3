import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Facts } from '../../parts/Facts';
import { Mark } from '../../parts/Mark';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { day, moment, volume } from '../../quantity/quantity';
import { useMay } from '../../shell/who';
import { OpenVialButton } from './OpenVialButton';
import { type Shelf, utcToday, type Vial } from './offers';
import { stockChanged } from './shelf';

/** A vial or a mixture: what is in it, how much is left, and until when it may be used. */
export function VialCard({ vial, shelf }: { vial: Vial; shelf: Shelf | undefined }) {
  const { t } = useTranslation('stock');
  const clinician = useMay('clinician');
  const may = useMay('clinician', 'administrator');
  const [discarding, setDiscarding] = useState(false);
  const lots = vial.lot_ids.map((id) => shelf?.lots.find((each) => each.id === id));
  const names = vial.product_ids.map((id) => shelf?.products.find((each) => each.id === id)?.name ?? id);
  const recalled = lots.find((lot) => lot?.recalled_because != null);
  const expired = vial.expires < utcToday();
  const late = vial.open_until !== null && Date.parse(vial.open_until) < Date.now();
  const gone = vial.discarded_because !== null;
  return (
    <Group justify="space-between" align="flex-start">
      <Stack gap="xs" style={{ flex: '1 1 340px' }}>
        <Text size="lg" fw={700}>
          {vial.id} · {names.join(' + ')}
        </Text>
        <Group gap="xs">
          {gone && <Mark tone="idle">{t('discarded', { reason: vial.discarded_because ?? '' })}</Mark>}
          {!gone && recalled && <Mark tone="bad">{t('recalled', { reason: recalled.recalled_because ?? '' })}</Mark>}
          {!gone && expired && <Mark tone="bad">{t('expired_on', { day: day(vial.expires) })}</Mark>}
          {!gone && late && vial.open_until !== null && (
            <Mark tone="bad">{t('open_too_long', { at: moment(vial.open_until) })}</Mark>
          )}
          {!gone && !late && vial.open_until !== null && (
            <Mark tone="good">{t('open_until', { at: moment(vial.open_until) })}</Mark>
          )}
          {!gone && vial.opened_at === null && !expired && !recalled && <Mark tone="info">{t('closed')}</Mark>}
        </Group>
        {!gone && (
          <Stack gap={4}>
            <Text size="lg">{t('left_of', { left: volume(vial.left_nl), volume: volume(vial.volume_nl) })}</Text>
            <Progress.Root size="lg" aria-hidden="true">
              <Progress.Section value={(100 * vial.left_nl) / vial.volume_nl} withAria={false} />
            </Progress.Root>
            {vial.free_nl < vial.left_nl && <Text>{t('reserved', { volume: volume(vial.left_nl - vial.free_nl) })}</Text>}
          </Stack>
        )}
        <Facts
          of={[
            [
              t('lot'),
              lots
                .map((lot) => lot?.number)
                .filter(Boolean)
                .join(', '),
            ],
            [t('expires'), day(vial.expires)],
            [t('serial'), vial.serial],
            [t('recipe'), vial.parts.map((part) => `${part.vial_id} ${volume(part.volume_nl)}`).join(' + ')],
          ]}
        />
      </Stack>
      {!gone && (
        <Group>
          {clinician && vial.opened_at === null && !expired && !recalled && <OpenVialButton vial={vial} />}
          {may && (
            <Button variant="default" onClick={() => setDiscarding(true)} aria-label={t('discard_of', { id: vial.id })}>
              {t('discard')}
            </Button>
          )}
        </Group>
      )}
      {discarding && (
        <ReasonDialog
          title={t('discard_of', { id: vial.id })}
          consequence={t('vial_discard_consequence', { volume: volume(vial.left_nl) })}
          act={t('discard')}
          usual={[t('usual.empty'), t('usual.open_too_long'), t('usual.expired'), t('usual.damaged')]}
          onAct={async (reason) => {
            await api.POST('/api/v1/vials/{id}/discard', { params: { path: { id: vial.id } }, body: { reason } });
            await stockChanged();
          }}
          onClose={() => setDiscarding(false)}
        />
      )}
    </Group>
  );
}
