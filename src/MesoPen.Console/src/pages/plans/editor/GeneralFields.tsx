import { Checkbox, Fieldset, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GeneralField } from '../draft/draft';
import { NumberField } from './NumberField';
import { useEditor } from './useEditor';
import { useField } from './useField';

/** With what, and with which device. */
export function GeneralFields() {
  const { t } = useTranslation('plans');
  const { draft, change, products, profiles } = useEditor();
  const product = useField(null, 'product_id');
  const family = useField(null, 'device_family');
  const reason = useField(null, 'sticks_reason');
  const { general } = draft;
  const set = (field: GeneralField) => (text: string) => change({ do: 'general', field, text });
  const usable = products.filter((each) => !each.retired_because || each.id === general.product_id);
  const others = usable.filter((each) => each.id !== general.product_id);
  return (
    <Fieldset legend={t('general')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NativeSelect
          label={t('field.product_id')}
          value={general.product_id}
          onChange={(event) => set('product_id')(event.currentTarget.value)}
          required
          error={product.error}
          description={usable.length === 0 ? t('no_products') : undefined}
          data={[
            { value: '', label: t('choose') },
            ...usable.map((each) => ({ value: each.id, label: `${each.name ?? each.id} (${each.id})` })),
          ]}
        />
        <NativeSelect
          label={t('field.device_family')}
          value={general.device_family}
          onChange={(event) => set('device_family')(event.currentTarget.value)}
          required
          error={family.error}
          data={[
            { value: '', label: t('choose') },
            ...profiles.map((each) => ({ value: each.id, label: `${each.title} (${each.id})` })),
          ]}
        />
        <NumberField
          zone={null}
          field="prime_nl"
          label={t('field.prime_nl')}
          value={general.prime_nl}
          onChange={set('prime_nl')}
        />
        <NumberField
          zone={null}
          field="sticks_max"
          label={t('field.sticks_max')}
          value={general.sticks_max}
          onChange={set('sticks_max')}
          help={t('sticks_help')}
        />
        <TextInput
          label={t('field.sticks_reason')}
          value={general.sticks_reason}
          onChange={(event) => set('sticks_reason')(event.currentTarget.value)}
          maxLength={200}
          required
          error={reason.error}
        />
      </SimpleGrid>
      {others.length > 0 && (
        <Checkbox.Group
          mt="sm"
          label={t('field.mixed_with')}
          value={[...draft.mixedWith]}
          onChange={(products) => change({ do: 'mix', products })}
        >
          <Group mt="xs">
            {others.map((each) => (
              <Checkbox key={each.id} value={each.id} label={`${each.name ?? each.id} (${each.id})`} size="lg" />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </Fieldset>
  );
}
