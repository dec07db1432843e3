import { Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { duration } from '../../quantity/quantity';
import type { Acting } from './simulator';

interface Props {
  acting: readonly Acting[];
  onEnd: (name?: string) => void;
}

/** The faults that act or wait, each with its end, and the end of all. */
export function Running({ acting, onEnd }: Props) {
  const { t } = useTranslation('simulator');
  return (
    <Paper withBorder p="md" component="section" aria-label={t('running')}>
      <Group justify="space-between">
        <Title order={2}>{t('running')}</Title>
        <Button color="violet" disabled={acting.length === 0} onClick={() => onEnd()}>
          {t('end_all')}
        </Button>
      </Group>
      {acting.length === 0 && <Text>{t('none_running')}</Text>}
      <Stack component="ul" p={0} m={0} mt="xs" gap="xs" style={{ listStyle: 'none' }}>
        {acting.map((fault, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may act twice, and has no other name.
          <Group component="li" key={`${fault.spec} ${place}`} justify="space-between" wrap="nowrap">
            <Text>
              <Code fz="md">{fault.spec}</Code> {fault.acts ? t('acts') : t('waits')}
              {typeof fault.ends_in_ms === 'number' && `, ${t('ends_in', { time: duration(Math.max(0, fault.ends_in_ms)) })}`}
            </Text>
            <Button variant="default" aria-label={t('end_of', { name: fault.name })} onClick={() => onEnd(fault.name)}>
              {t('end')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
