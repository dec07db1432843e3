import { Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetForm } from './sheet';
import { useShelf } from './shelf';

type Rows = SheetForm['mixable'];

/** Products that this one may be mixed with, each with who says so. What no sheet names is not mixed. */
export function MixableFields({ own, rows, onChange }: { own: string; rows: Rows; onChange: (rows: Rows) => void }) {
  const { t } = useTranslation('stock');
  const others = (useShelf().data?.products ?? []).filter((each) => each.id !== own && !each.retired_because);
  const change = (key: number, next: Partial<Rows[0]>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  return (
    <Fieldset legend={t('mixable_with')}>
      <Stack>
        <Text>{t('mixable_help')}</Text>
        {rows.map((row) => (
          <Group key={row.key} align="flex-end">
            <NativeSelect
              label={t('product')}
              value={row.product_id}
              onChange={(event) => change(row.key, { product_id: event.currentTarget.value })}
              data={[
                { value: '', label: t('choose') },
                ...others.map((each) => ({ value: each.id, label: each.name ?? each.id })),
              ]}
              style={{ flex: '1 1 200px' }}
            />
            <TextInput
              label={t('who_says_so')}
              value={row.source}
              onChange={(event) => change(row.key, { source: event.currentTarget.value })}
              maxLength={200}
              style={{ flex: '2 1 260px' }}
              required
            />
            <Button variant="default" onClick={() => onChange(rows.filter((each) => each.key !== row.key))}>
              {t('remove', { ns: 'common' })}
            </Button>
          </Group>
        ))}
        {others.length > 0 && (
          <Group>
            <Button
              variant="default"
              onClick={() =>
                onChange([...rows, { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, product_id: '', source: '' }])
              }
            >
              {t('mixable_more')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
