import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { focusAfterDialog } from '../../parts/Dialog';
import { FormDialog } from '../../parts/FormDialog';
import { day, parseScaled, volume } from '../../quantity/quantity';
import { freeId, type Lot, type Shelf, utcToday, type Vial } from './offers';
import { scanFieldId, stockChanged } from './shelf';

interface ReceiveVialDialogProps {
  /** The lot; null if the person has to choose it. */
  lot: Lot | null;
  serial: string;
  shelf: Shelf;
  onClose: () => void;
  onDone?: (vial: Vial) => void;
}

/** Puts a vial on the shelf. Its volume is never assumed: volumes of this product that came before are one touch away. */
export function ReceiveVialDialog({ lot, serial, shelf, onClose, onDone }: ReceiveVialDialogProps) {
  const { t } = useTranslation('stock');
  const [lotId, setLotId] = useState(lot?.id ?? '');
  const [millilitres, setMillilitres] = useState('');
  const [id, setId] = useState('');
  const [typedSerial, setTypedSerial] = useState(serial);
  const chosen = lot ?? shelf.lots.find((each) => each.id === lotId);
  const name = shelf.products.find((each) => each.id === chosen?.product_id)?.name ?? chosen?.product_id ?? '';
  const today = utcToday();
  const usable = shelf.lots.filter((each) => each.recalled_because === null && each.expires >= today);
  const before = [
    ...new Set(shelf.vials.filter((each) => each.product_ids.includes(chosen?.product_id ?? '')).map((each) => each.volume_nl)),
  ].slice(0, 4);
  const nl = parseScaled(millilitres, 1_000_000);
  const suggested = chosen ? freeId(typedSerial || `${chosen.number}-1`, new Set(shelf.vials.map((each) => each.id))) : '';
  const receiving = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/vials', {
          body: { vial_id: id.trim() || suggested, lot_id: lotId, volume_nl: nl ?? 0, serial: typedSerial.trim() || null },
        }),
      ),
    onSuccess: async (vial) => {
      focusAfterDialog(scanFieldId);
      await stockChanged();
      onClose();
      onDone?.(vial);
    },
  });
  // What is no volume is said beside its field.
  const doing = { ...receiving, mutate: () => nl !== null && nl > 0 && receiving.mutate() };
  return (
    <FormDialog title={t('vial_receive')} act={t('take_in')} doing={doing} onClose={onClose}>
      {lot === null ? (
        <NativeSelect
          label={t('lot')}
          value={lotId}
          onChange={(event) => setLotId(event.currentTarget.value)}
          data={[
            { value: '', label: t('choose') },
            ...usable.map((each) => ({
              value: each.id,
              label: `${each.product_id} · ${each.number} · ${day(each.expires)}`,
            })),
          ]}
          required
        />
      ) : (
        <Text fw={600}>{t('lot_line', { product: name, number: lot.number, day: day(lot.expires) })}</Text>
      )}
      <Group align="flex-end">
        <TextInput
          label={t('volume_ml')}
          value={millilitres}
          onChange={(event) => setMillilitres(event.currentTarget.value)}
          inputMode="decimal"
          autoComplete="off"
          error={millilitres !== '' && (nl === null || nl < 1) ? t('not_a_volume') : undefined}
          data-autofocus
          required
        />
        {before.map((each) => (
          <Button key={each} variant="default" onClick={() => setMillilitres(String(each / 1_000_000))}>
            {volume(each)}
          </Button>
        ))}
      </Group>
      <TextInput
        label={t('serial')}
        description={t('if_any')}
        value={typedSerial}
        onChange={(event) => setTypedSerial(event.currentTarget.value)}
        maxLength={20}
        autoComplete="off"
      />
      <TextInput
        label={t('vial_id')}
        description={t('own_id_suggested', { id: suggested })}
        placeholder={suggested}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        maxLength={32}
        autoComplete="off"
      />
    </FormDialog>
  );
}
