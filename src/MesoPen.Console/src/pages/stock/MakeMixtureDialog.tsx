import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { focusAfterDialog } from '../../parts/Dialog';
import { FormDialog } from '../../parts/FormDialog';
import { parseScaled, volume } from '../../quantity/quantity';
import { freeId, type Shelf } from './offers';
import { scanFieldId, stockChanged } from './shelf';

/** A mixture: at least two opened vials, and how much of each. What is drawn is gone from them. */
export function MakeMixtureDialog({ shelf, onClose }: { shelf: Shelf; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const [parts, setParts] = useState([
    { key: 0, vial: '', microlitres: '' },
    { key: 1, vial: '', microlitres: '' },
  ]);
  const [id, setId] = useState(freeId('X-1', new Set(shelf.vials.map((each) => each.id))));
  const open = shelf.vials.filter((each) => each.opened_at !== null && each.discarded_because === null && each.free_nl > 0);
  const volumes = parts.map((part) => parseScaled(part.microlitres, 1_000));
  const whole = volumes.every((nl) => nl !== null && nl > 0) && parts.every((part) => part.vial !== '');
  const change = (key: number, next: Partial<(typeof parts)[0]>) =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...next } : part)));
  const making = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/mixtures', {
        body: { mixture_id: id.trim(), parts: parts.map((part, at) => ({ vial_id: part.vial, volume_nl: volumes[at] ?? 0 })) },
      }),
    onSuccess: async () => {
      focusAfterDialog(scanFieldId);
      await stockChanged();
      onClose();
    },
  });
  return (
    <FormDialog title={t('mixture_make')} act={t('mixture_make')} doing={making} ready={whole} onClose={onClose}>
      <Text>{t('mixture_help')}</Text>
      {open.length < 2 && <Text fw={700}>{t('mixture_needs_two')}</Text>}
      {parts.map((part, at) => (
        <Group key={part.key} align="flex-end" role="group" aria-label={t('mixture_part', { number: at + 1 })}>
          <NativeSelect
            label={t('vial')}
            value={part.vial}
            onChange={(event) => change(part.key, { vial: event.currentTarget.value })}
            data={[
              { value: '', label: t('choose') },
              ...open.map((each) => ({
                value: each.id,
                label: `${each.id} · ${each.product_ids.join(' + ')} · ${volume(each.free_nl)}`,
              })),
            ]}
            style={{ flexGrow: 1 }}
            required
          />
          <TextInput
            label={t('volume_ul')}
            value={part.microlitres}
            onChange={(event) => change(part.key, { microlitres: event.currentTarget.value })}
            inputMode="decimal"
            autoComplete="off"
            error={part.microlitres !== '' && !volumes[at] ? t('not_a_volume') : undefined}
            required
          />
          {parts.length > 2 && (
            <Button variant="default" onClick={() => setParts(parts.filter((each) => each.key !== part.key))}>
              {t('remove', { ns: 'common' })}
            </Button>
          )}
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          onClick={() => setParts([...parts, { key: Math.max(...parts.map((part) => part.key)) + 1, vial: '', microlitres: '' }])}
        >
          {t('mixture_more')}
        </Button>
      </Group>
      <TextInput
        label={t('mixture_id')}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        maxLength={32}
        required
      />
    </FormDialog>
  );
}
