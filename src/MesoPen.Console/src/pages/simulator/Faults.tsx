import { Box, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../../quantity/quantity';
import { FaultCard } from './FaultCard';
import type { Acting, Fault, Lasts } from './simulator';

const groups = ['device', 'link', 'operator'] as const;

interface Props {
  faults: readonly Fault[];
  acting: readonly Acting[];
  onBegin: (spec: string) => void;
}

/** The catalogue, by where a fault acts. What can only be there from the simulator's start is left out. */
export function Faults({ faults, acting, onBegin }: Props) {
  const { t } = useTranslation('simulator');
  const [lasts, setLasts] = useState<Lasts>('usual');
  return (
    <Stack>
      <Title order={2}>{t('faults')}</Title>
      <Box component="fieldset" p={0} style={{ border: 0 }}>
        <Text component="legend" fw={600}>
          {t('how_long')}
        </Text>
        <SegmentedControl
          aria-label={t('how_long')}
          size="lg"
          value={lasts}
          onChange={(next) => setLasts(next as Lasts)}
          data={[
            { value: 'usual', label: t('usual') },
            { value: '5', label: duration(5_000) },
            { value: '60', label: duration(60_000) },
          ]}
        />
      </Box>
      {groups.map((group) => (
        <section key={group} aria-label={t(`group_${group}`)}>
          <Title order={3} mb="xs">
            {t(`group_${group}`)}
          </Title>
          <SimpleGrid component="ul" cols={{ base: 1, sm: 2, xl: 3 }} p={0} m={0} style={{ listStyle: 'none' }}>
            {faults
              .filter((fault) => fault.group === group && !fault.from_start)
              .map((fault) => (
                <FaultCard
                  key={fault.name}
                  fault={fault}
                  lasts={lasts}
                  acts={acting.some(({ name, acts }) => acts && name === fault.name)}
                  onBegin={onBegin}
                />
              ))}
          </SimpleGrid>
        </section>
      ))}
    </Stack>
  );
}
