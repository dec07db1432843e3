import { Button, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { DiffTable } from '../../parts/DiffTable';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { IngredientFields } from './IngredientFields';
import { MixableFields } from './MixableFields';
import type { Product } from './offers';
import { changesOf, formOf, linesOf, type SheetForm, sheetOf } from './sheet';
import { stockChanged, tag } from './shelf';
import { useSheetNames } from './useSheetNames';
import { ZoneFields } from './ZoneFields';

/** The form of a sheet: no number without its source beside it. A new version shows what it changes before it is saved. */
export function SheetEditor({ product, gtin }: { product: Product | null; gtin: string }) {
  const { t } = useTranslation('stock');
  const names = useSheetNames();
  const navigate = useNavigate();
  const [id, setId] = useState(product?.id ?? '');
  const [form, setForm] = useState<SheetForm>(() => formOf(product, gtin));
  const set = (change: Partial<SheetForm>) => setForm({ ...form, ...change });
  const sheet = sheetOf(form);
  const hours = (count: number) => t('hours', { count });
  const changes = product !== null && sheet !== null ? changesOf(linesOf(product, hours), linesOf(sheet, hours), names) : [];
  const saving = useMutation({
    mutationFn: async () => {
      if (sheet === null) return;
      if (product === null) await api.POST('/api/v1/products', { body: { product_id: id.trim(), ...sheet } });
      else
        await api.PUT('/api/v1/products/{id}', {
          params: { path: { id: product.id }, header: { 'If-Match': tag(product.version) } },
          body: sheet,
        });
    },
    onSuccess: async () => {
      await stockChanged();
      await navigate(`/stock/products/${product?.id ?? id.trim()}`);
    },
  });
  const text = (key: 'name' | 'gtin' | 'manufacturer', description?: string) => (
    <TextInput
      label={names[key]}
      description={description}
      value={form[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
      maxLength={200}
      autoComplete="off"
      required={key !== 'gtin'}
    />
  );
  const limit = (key: 'depth' | 'session' | 'point' | 'open', unit: string) => {
    const source = `${key}_source` as const;
    return (
      <Fieldset legend={`${names[key]} (${unit})`} key={key}>
        <Group align="flex-start">
          <TextInput
            label={t('number_in', { unit })}
            value={form[key]}
            onChange={(event) => set({ [key]: event.currentTarget.value })}
            inputMode="decimal"
            autoComplete="off"
            w={180}
            required
          />
          <TextInput
            label={t('who_says_so')}
            value={form[source]}
            onChange={(event) => set({ [source]: event.currentTarget.value })}
            maxLength={200}
            autoComplete="off"
            style={{ flex: '1 1 300px' }}
            required
          />
        </Group>
      </Fieldset>
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sheet !== null) saving.mutate();
      }}
    >
      <Stack>
        {product === null && (
          <TextInput
            label={t('own_id_label')}
            description={t('own_id')}
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
            maxLength={32}
            autoComplete="off"
            required
          />
        )}
        {text('name')}
        {text('manufacturer')}
        {text('gtin', t('if_any'))}
        <Text>{t('no_source_no_number')}</Text>
        {limit('depth', 'mm')}
        {limit('session', 'mL')}
        {limit('point', 'µL')}
        {limit('open', 'h')}
        <IngredientFields rows={form.ingredients} onChange={(ingredients) => set({ ingredients })} />
        <Textarea
          label={names.allergens}
          description={t('comma_list')}
          value={form.allergens}
          onChange={(event) => set({ allergens: event.currentTarget.value })}
        />
        <ZoneFields zones={form.zones} onChange={(zones) => set({ zones })} />
        <MixableFields own={product?.id ?? id} rows={form.mixable} onChange={(mixable) => set({ mixable })} />
        {product !== null && (
          <section aria-label={t('changes')}>
            <Text fw={700}>{changes.length === 0 ? t('no_change') : t('changes')}</Text>
            {changes.length > 0 && (
              <DiffTable
                changes={changes}
                words={{ label: t('changes'), what: t('what'), old: t('old'), new: t('new'), none: t('none', { ns: 'common' }) }}
              />
            )}
            {changes.length > 0 && <Text mt="xs">{t('new_version_consequence')}</Text>}
          </section>
        )}
        {sheet === null && <Text>{t('sheet_unfinished')}</Text>}
        <ProblemAlert problem={saving.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void navigate(-1)}>
            {t('cancel', { ns: 'common' })}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={product !== null && changes.length === 0}>
            {product === null ? t('product_register') : t('new_version_save', { number: product.revision + 1 })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
