import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { CardList } from '../../parts/CardList';
import { Facts } from '../../parts/Facts';
import { Mark } from '../../parts/Mark';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { day } from '../../quantity/quantity';
import { useMay } from '../../shell/who';
import { type Lot, utcToday } from './offers';
import { ReceiveLotDialog } from './ReceiveLotDialog';
import { stockChanged, useLots, useShelf } from './shelf';
import { TreatedWith } from './TreatedWith';

/** Lots: what they are of, until when, and whether they may be used. */
export function LotsPage() {
  const { t } = useTranslation('stock');
  const lots = useLots();
  const shelf = useShelf().data;
  const may = useMay('clinician', 'administrator');
  const mayTrace = useMay('clinician', 'administrator', 'auditor');
  const [receiving, setReceiving] = useState(false);
  const [recalling, setRecalling] = useState<Lot | null>(null);
  const [tracing, setTracing] = useState<Lot | null>(null);
  const today = utcToday();
  const barred =
    shelf?.vials.filter((each) => each.lot_ids.includes(recalling?.id ?? '') && each.discarded_because === null).length ?? 0;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('lots')}</Title>
        {may && shelf && (
          <Button variant="default" onClick={() => setReceiving(true)}>
            {t('lot_receive_typed')}
          </Button>
        )}
      </Group>
      <CardList label={t('lots')} parts={lots} empty={may ? t('lots_empty') : t('nothing_yet')} id={(lot) => lot.id}>
        {(lot) => (
          <Group justify="space-between">
            <Stack gap="xs">
              <Text size="lg" fw={700}>
                {t('lot_of', {
                  number: lot.number,
                  product: shelf?.products.find((each) => each.id === lot.product_id)?.name ?? lot.product_id,
                })}
              </Text>
              <Group gap="xs">
                {lot.recalled_because !== null && <Mark tone="bad">{t('recalled', { reason: lot.recalled_because })}</Mark>}
                {lot.expires < today ? (
                  <Mark tone="bad">{t('expired_on', { day: day(lot.expires) })}</Mark>
                ) : (
                  <Mark tone="good">{t('use_until', { day: day(lot.expires) })}</Mark>
                )}
              </Group>
              <Facts
                of={[
                  [t('lot_id'), lot.id],
                  [t('gtin'), lot.gtin],
                  [t('serial'), lot.serial],
                ]}
              />
            </Stack>
            <Group>
              {mayTrace && (
                <Button variant="default" onClick={() => setTracing(lot)}>
                  {t('treated_with')}
                </Button>
              )}
              {may && lot.recalled_because === null && (
                <Button
                  variant="default"
                  onClick={() => setRecalling(lot)}
                  aria-label={t('lot_recall_of', { number: lot.number })}
                >
                  {t('lot_recall')}
                </Button>
              )}
            </Group>
          </Group>
        )}
      </CardList>
      {receiving && shelf && (
        <ReceiveLotDialog product={null} elements={{}} scan={null} shelf={shelf} onClose={() => setReceiving(false)} />
      )}
      {tracing && <TreatedWith lot={tracing} onClose={() => setTracing(null)} />}
      {recalling && (
        <ReasonDialog
          title={t('lot_recall_of', { number: recalling.number })}
          consequence={t('lot_recall_consequence', { count: barred })}
          act={t('lot_recall')}
          onAct={async (reason) => {
            await api.POST('/api/v1/lots/{id}/recall', { params: { path: { id: recalling.id } }, body: { reason } });
            await stockChanged();
          }}
          onClose={() => setRecalling(null)}
        />
      )}
    </Stack>
  );
}
