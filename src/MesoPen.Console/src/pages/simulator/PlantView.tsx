import { Group, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { count, length, volume } from '../../quantity/quantity';
import { PlantDrawing } from './PlantDrawing';
import type { Plant } from './simulator';

/** Number and unit with the resolution of the machine: an engineer's view. */
const exact = (value: number, unit: string) => `${count(value)}\u00a0${unit}`;

const states = ['idle', 'armed', 'delivering', 'priming', 'moving', 'stopped', 'faulted'] as const;
const links = ['up', 'silent', 'cut'] as const;

/** The machine as it is, drawn and in numbers. */
export function PlantView({ plant }: { plant: Plant }) {
  const { t } = useTranslation('simulator');
  const state = states.find((known) => known === plant.state);
  const link = links.find((known) => known === plant.link);
  const rows: [string, string, string][] = [
    ['tip', t('tip'), length(plant.tip_um) + (plant.in_skin ? ` (${t('in_skin')})` : '')],
    ['encoder', t('encoder'), length(plant.needle_um)],
    ['pressure', t('pressure'), exact(plant.pressure_kpa, 'kPa')],
    ['sensor', t('sensor'), exact(plant.sensor_kpa, 'kPa')],
    ['remaining', t('remaining'), plant.cartridge ? volume(plant.remaining_nl) : t('no_cartridge')],
    ['out', t('out'), volume(plant.out_nl)],
    ['shots', t('shots'), count(plant.shots)],
    ['lamp', t('lamp'), plant.lamp.armed ? t('lamp_zone', { zone: count(plant.lamp.zone) }) : t('lamp_off')],
    ['link', t('link'), link === undefined ? plant.link : t(`link_${link}`)],
    ['state', t('state'), !plant.powered ? t('no_power') : state === undefined ? (plant.state ?? '') : t(`state_${state}`)],
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label={t('machine')}>
      <Title order={2}>{t('machine')}</Title>
      <Text mb="sm">{t('machine_text')}</Text>
      <Group align="start" wrap="wrap">
        <PlantDrawing plant={plant} />
        <Table flex={1} miw={280} aria-label={t('machine')}>
          <Table.Tbody>
            {rows.map(([id, label, value]) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td data-testid={`plant-${id}`} style={{ fontVariantNumeric: 'tabular-nums', textAlign: 'right' }}>
                  {value}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Group>
    </Paper>
  );
}
