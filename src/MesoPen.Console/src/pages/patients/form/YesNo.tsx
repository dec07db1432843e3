import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  description?: string;
  value: boolean | null;
  onChange: (yes: boolean) => void;
}

/** A question with two answers and no preselected one. */
export function YesNo({ label, description, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={label}
      description={description}
      value={value === null ? '' : value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'yes')}
      styles={{ label: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 700 } }}
    >
      <Group mt="xs">
        {(['yes', 'no'] as const).map((each) => (
          <Radio
            key={each}
            value={each}
            label={t(each)}
            size="lg"
            styles={{
              body: {
                minHeight: 52,
                minWidth: 120,
                alignItems: 'center',
                paddingInline: 14,
                border: '1px solid var(--mantine-color-default-border)',
                borderRadius: 8,
              },
              label: { paddingBlock: 14, paddingInlineEnd: 24 },
            }}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
