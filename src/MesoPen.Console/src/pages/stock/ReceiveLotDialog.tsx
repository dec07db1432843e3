import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { focusAfterDialog } from '../../parts/Dialog';
import { Facts } from '../../parts/Facts';
import { FormDialog } from '../../parts/FormDialog';
import { day } from '../../quantity/quantity';
import { type Elements, freeId, type Lot, type Product, type Shelf } from './offers';
import { scanFieldId, stockChanged } from './shelf';

interface ReceiveLotDialogProps {
  product: Product | null;
  /** What the symbol or the person said; what is missing is typed. */
  elements: Elements;
  /** What was scanned; null if nothing was. */
  scan: string | null;
  shelf: Shelf;
  onClose: () => void;
  onDone?: (lot: Lot) => void;
}

/** Takes a lot in. What the symbol says stands; what it does not say is read from the label by a person. */
export function ReceiveLotDialog({ product, elements, scan, shelf, onClose, onDone }: ReceiveLotDialogProps) {
  const { t } = useTranslation('stock');
  const [productId, setProductId] = useState(product?.id ?? '');
  const [number, setNumber] = useState(elements.lot ?? '');
  const [expires, setExpires] = useState(elements.expires ?? '');
  const taken = new Set(shelf.lots.map((each) => each.id));
  const [id, setId] = useState(elements.lot ? freeId(elements.lot, taken) : '');
  const receiving = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/lots', {
          body: {
            lot_id: id.trim() || freeId(number, taken),
            ...(scan === null ? { gtin: elements.gtin ?? null } : { scan }),
            ...(productId === '' ? {} : { product_id: productId }),
            lot: number.trim(),
            expires,
            serial: elements.serial ?? null,
          },
        }),
      ),
    onSuccess: async (lot) => {
      focusAfterDialog(scanFieldId);
      await stockChanged();
      onClose();
      onDone?.(lot);
    },
  });
  return (
    <FormDialog title={t('lot_receive')} act={t('take_in')} doing={receiving} onClose={onClose}>
      <Facts
        of={[
          [t('product'), product === null ? null : (product.name ?? product.id)],
          [t('gtin'), elements.gtin ?? null],
          [t('lot'), elements.lot ?? null],
          [t('expires'), elements.expires ? day(elements.expires) : null],
          [t('serial'), elements.serial ?? null],
        ]}
      />
      {product === null && (
        <NativeSelect
          label={t('product')}
          value={productId}
          onChange={(event) => setProductId(event.currentTarget.value)}
          data={[
            { value: '', label: t('choose') },
            ...shelf.products
              .filter((each) => !each.retired_because)
              .map((each) => ({ value: each.id, label: each.name ?? each.id })),
          ]}
          required
        />
      )}
      {elements.lot == null && (
        <TextInput
          label={t('lot')}
          description={t('lot_typed')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          maxLength={20}
          autoComplete="off"
          data-autofocus
          required
        />
      )}
      {elements.expires == null && (
        <TextInput
          type="date"
          label={t('expires')}
          value={expires}
          onChange={(event) => setExpires(event.currentTarget.value)}
          required
        />
      )}
      <TextInput
        label={t('lot_id')}
        description={t('own_id')}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        maxLength={32}
        autoComplete="off"
      />
      {shelf.products.length === 0 && <Text>{t('products_empty')}</Text>}
    </FormDialog>
  );
}
