import { Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type IngredientClass, ingredientClasses, type SheetForm } from './sheet';

type Rows = SheetForm['ingredients'];

/** Ingredients, with the names under which a patient may know them: the screening for hypersensitivity compares with all of them. */
export function IngredientFields({ rows, onChange }: { rows: Rows; onChange: (rows: Rows) => void }) {
  const { t } = useTranslation('stock');
  const change = (key: number, next: Partial<Rows[0]>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  return (
    <Fieldset legend={t('ingredients')}>
      <Stack>
        {rows.map((row, at) => (
          <Group key={row.key} align="flex-end" role="group" aria-label={t('ingredient', { number: at + 1 })}>
            <TextInput
              label={t('ingredient_name')}
              value={row.name}
              onChange={(event) => change(row.key, { name: event.currentTarget.value })}
              maxLength={200}
              style={{ flex: '2 1 200px' }}
              required={at === 0}
            />
            <NativeSelect
              label={t('ingredient_class')}
              value={row.class}
              onChange={(event) => change(row.key, { class: event.currentTarget.value as IngredientClass })}
              data={ingredientClasses.map((each) => ({ value: each, label: t(`classes.${each}`) }))}
              style={{ flex: '1 1 200px' }}
            />
            <TextInput
              label={t('synonyms')}
              value={row.synonyms}
              onChange={(event) => change(row.key, { synonyms: event.currentTarget.value })}
              style={{ flex: '2 1 200px' }}
            />
            {rows.length > 1 && (
              <Button variant="default" onClick={() => onChange(rows.filter((each) => each.key !== row.key))}>
                {t('remove', { ns: 'common' })}
              </Button>
            )}
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            onClick={() =>
              onChange([
                ...rows,
                { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, name: '', class: 'other', synonyms: '' },
              ])
            }
          >
            {t('ingredient_more')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
