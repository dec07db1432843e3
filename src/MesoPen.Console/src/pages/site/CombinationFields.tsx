import { Autocomplete, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PolicyForm } from './policy';
import { treatments } from './site';

type Rows = PolicyForm['combination'];

/** Days that must lie between another treatment of the same skin and a session. What is not stated blocks: there is no default. */
export function CombinationFields({ rows, onChange }: { rows: Rows; onChange: (rows: Rows) => void }) {
  const { t } = useTranslation('site');
  const change = (key: number, next: Partial<Rows[0]>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  return (
    <Fieldset legend={t('combination')}>
      <Stack>
        <Text>{t('combination_help')}</Text>
        {rows.map((row) => (
          <Group key={row.key} align="flex-end" role="group" aria-label={row.treatment || t('combination')}>
            <Autocomplete
              label={t('treatment')}
              data={[...treatments]}
              value={row.treatment}
              onChange={(treatment) => change(row.key, { treatment })}
              maxLength={32}
              required
            />
            <TextInput
              label={t('days_label')}
              value={row.days}
              onChange={(event) => change(row.key, { days: event.currentTarget.value })}
              inputMode="numeric"
              pattern="[0-9]{1,4}"
              autoComplete="off"
              required
            />
            <Button variant="default" onClick={() => onChange(rows.filter((each) => each.key !== row.key))}>
              {t('remove', { ns: 'common' })}
            </Button>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            onClick={() => onChange([...rows, { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, treatment: '', days: '' }])}
          >
            {t('combination_more')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
