import { Button, Group, Paper, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type { Plant } from './simulator';

interface Props {
  plant: Plant;
  onMove: (hands: Partial<Schemas['SimulatorHands']>) => void;
}

/** The hand that holds the device: on the skin, the trigger, the device's own stop button, the cartridge. */
export function Hands({ plant, onMove }: Props) {
  const { t } = useTranslation('simulator');
  const person = plant.hands === 'person';
  return (
    <Paper withBorder p="md" component="section" aria-label={t('hands')}>
      <Title order={2}>{t('hands')}</Title>
      <Text mb="sm">{person ? t('hands_person') : t('hands_operator')}</Text>
      <Group gap="lg">
        <Switch size="lg" label={t('on_skin')} checked={plant.contact} onChange={() => onMove({ skin: !plant.contact })} />
        <Switch size="lg" label={t('trigger')} checked={plant.trigger} onChange={() => onMove({ trigger: !plant.trigger })} />
        <Switch
          size="lg"
          label={t('stop_button')}
          checked={plant.stop_button}
          onChange={() => onMove({ stop_button: !plant.stop_button })}
        />
      </Group>
      <Group mt="md">
        <Button variant="default" onClick={() => onMove({ new_cartridge: true })}>
          {t('new_cartridge')}
        </Button>
        <Button variant="default" onClick={() => onMove({ by: person ? 'operator' : 'person' })}>
          {person ? t('give_back') : t('take_over')}
        </Button>
      </Group>
    </Paper>
  );
}
