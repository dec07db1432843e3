import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { focusAfterDialog } from '../../parts/Dialog';
import { Facts } from '../../parts/Facts';
import { FormDialog } from '../../parts/FormDialog';
import { day } from '../../quantity/quantity';
import type { Elements, HeadType, Shelf } from './offers';
import { scanFieldId, stockChanged } from './shelf';

interface ReceiveHeadDialogProps {
  headType: HeadType | null;
  elements: Elements;
  scan: string | null;
  shelf: Pick<Shelf, 'headTypes'>;
  onClose: () => void;
  onDone?: (head: Schemas['HeadView']) => void;
}

/** Puts a needle head on the shelf: known by its serial number, or by lot and running number. */
export function ReceiveHeadDialog({ headType, elements, scan, shelf, onClose, onDone }: ReceiveHeadDialogProps) {
  const { t } = useTranslation('stock');
  const [typeId, setTypeId] = useState(headType?.id ?? '');
  const [lot, setLot] = useState(elements.lot ?? '');
  const [sterile, setSterile] = useState(elements.expires ?? '');
  const [running, setRunning] = useState('');
  const [serial, setSerial] = useState(elements.serial ?? '');
  const receiving = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/heads', {
          body: {
            head_type_id: typeId,
            ...(scan === null ? {} : { scan }),
            lot: lot.trim(),
            sterile_until: sterile,
            ...(serial.trim() === '' ? { running_number: Number(running) } : { serial: serial.trim() }),
          },
        }),
      ),
    onSuccess: async (head) => {
      focusAfterDialog(scanFieldId);
      await stockChanged();
      onClose();
      onDone?.(head);
    },
  });
  return (
    <FormDialog title={t('head_receive')} act={t('take_in')} doing={receiving} onClose={onClose}>
      <Facts
        of={[
          [t('head_type'), headType?.title ?? null],
          [t('lot'), elements.lot ?? null],
          [t('sterile_until'), elements.expires ? day(elements.expires) : null],
          [t('serial'), elements.serial ?? null],
        ]}
      />
      {headType === null && (
        <NativeSelect
          label={t('head_type')}
          value={typeId}
          onChange={(event) => setTypeId(event.currentTarget.value)}
          data={[{ value: '', label: t('choose') }, ...shelf.headTypes.map((each) => ({ value: each.id, label: each.title }))]}
          required
        />
      )}
      {elements.lot == null && (
        <TextInput
          label={t('lot')}
          description={t('lot_typed')}
          value={lot}
          onChange={(event) => setLot(event.currentTarget.value)}
          maxLength={20}
          autoComplete="off"
          required
        />
      )}
      {elements.expires == null && (
        <TextInput
          type="date"
          label={t('sterile_until')}
          value={sterile}
          onChange={(event) => setSterile(event.currentTarget.value)}
          required
        />
      )}
      {elements.serial == null && (
        <>
          <TextInput
            label={t('serial')}
            description={t('if_any')}
            value={serial}
            onChange={(event) => setSerial(event.currentTarget.value)}
            maxLength={20}
            autoComplete="off"
          />
          {serial.trim() === '' && (
            <TextInput
              label={t('running_number')}
              description={t('running_number_help')}
              value={running}
              onChange={(event) => setRunning(event.currentTarget.value)}
              inputMode="numeric"
              pattern="[1-9][0-9]{0,5}"
              data-autofocus
              required
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
