import { Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type LimitKind, limitKinds, limitUnits, type PolicyForm, readLimit } from './policy';

type Rows = PolicyForm['limits'];

/** Limits of the site: they can only make room smaller, for the tightest of all limits counts. */
export function LimitFields({ rows, onChange }: { rows: Rows; onChange: (rows: Rows) => void }) {
  const { t } = useTranslation('site');
  const change = (key: number, next: Partial<Rows[0]>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  return (
    <Fieldset legend={t('limits')}>
      <Stack>
        <Text>{t('limits_help')}</Text>
        {rows.map((row, at) => {
          const unit = limitUnits[row.kind];
          return (
            <Group key={row.key} align="flex-start" role="group" aria-label={t('limit_number', { number: at + 1 })}>
              <NativeSelect
                label={t('kind')}
                value={row.kind}
                onChange={(event) => change(row.key, { kind: event.currentTarget.value as LimitKind })}
                data={limitKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
                style={{ flex: '2 1 240px' }}
              />
              <TextInput
                label={unit === '' ? t('number') : t('number_in', { unit })}
                value={row.value}
                onChange={(event) => change(row.key, { value: event.currentTarget.value })}
                inputMode="decimal"
                autoComplete="off"
                error={row.value !== '' && readLimit(row.kind, row.value) === null ? t('not_a_number') : undefined}
                style={{ flex: '1 1 140px' }}
                required
              />
              <TextInput
                label={t('zone')}
                description={t('zone_help')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={row.zone}
                onChange={(event) => change(row.key, { zone: event.currentTarget.value })}
                maxLength={32}
                autoComplete="off"
                style={{ flex: '1 1 180px' }}
              />
              <TextInput
                label={t('reference')}
                value={row.reference}
                onChange={(event) => change(row.key, { reference: event.currentTarget.value })}
                maxLength={200}
                style={{ flex: '2 1 240px' }}
                required
              />
              <Button variant="default" mt={27} onClick={() => onChange(rows.filter((each) => each.key !== row.key))}>
                {t('remove', { ns: 'common' })}
              </Button>
            </Group>
          );
        })}
        <Group>
          <Button
            variant="default"
            onClick={() =>
              onChange([
                ...rows,
                {
                  key: Math.max(-1, ...rows.map((row) => row.key)) + 1,
                  kind: 'tissue-depth-max',
                  zone: '',
                  value: '',
                  reference: '',
                },
              ])
            }
          >
            {t('limit_more')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
