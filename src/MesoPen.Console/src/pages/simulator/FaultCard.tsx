import { Button, Code, Group, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration, figure } from '../../quantity/quantity';
import { type Fault, inRange, type Lasts, scaleOf, specOf, takesValue, unitOf } from './simulator';

interface Props {
  fault: Fault;
  lasts: Lasts;
  acts: boolean;
  onBegin: (spec: string) => void;
}

/** One fault: what it does, its value, and the button that begins it. */
export function FaultCard({ fault, lasts, acts, onBegin }: Props) {
  const { t } = useTranslation('simulator');
  const [value, setValue] = useState<number | null>(fault.value ?? null);
  const scale = scaleOf(fault);
  const good = inRange(fault, value);
  const range = t('range', { min: figure((fault.min ?? 0) / scale), max: figure((fault.max ?? 0) / scale), unit: unitOf(fault) });
  const ends =
    fault.for_ms === null ? t('for_ever') : fault.for_ms === 0 ? t('instant') : t('lasts', { time: duration(fault.for_ms) });
  return (
    <Paper withBorder p="sm" component="li" style={acts ? { borderWidth: 3, borderColor: 'var(--mantine-color-violet-7)' } : {}}>
      <Stack gap="xs" h="100%" justify="space-between">
        <div>
          <Group gap="xs">
            <Code fz="md" fw={700}>
              {fault.name}
            </Code>
            {acts && <Text fw={700}>● {t('acts')}</Text>}
          </Group>
          <Text lang="en">{fault.summary}</Text>
          <Text size="xs">{ends}</Text>
        </div>
        <Group align="end" wrap="nowrap">
          {takesValue(fault) && (
            <NumberInput
              flex={1}
              label={t('value_of', { name: fault.name })}
              description={range}
              value={value === null ? '' : value / scale}
              onChange={(next) => setValue(typeof next === 'number' ? Math.round(next * scale) : null)}
              allowDecimal={scale > 1}
              hideControls
              error={good ? null : t('out_of_range')}
            />
          )}
          <Button
            variant="default"
            disabled={!good}
            aria-label={t('begin_of', { name: fault.name })}
            onClick={() => onBegin(specOf(fault, value, lasts))}
          >
            {t('begin')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
