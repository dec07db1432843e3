import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { count, day } from '../../quantity/quantity';

interface Facts {
  address: string;
  port?: string | null;
  adapter?: string | null;
  device: Schemas['DeviceIdentity'] | null;
}

/** Where a device is and what it says of itself. */
export function Identity({ address, port, adapter, device }: Facts) {
  const { t } = useTranslation('devices');
  const rows: [string, string][] = [[t('address'), address]];
  if (port && port !== address) rows.push([t('port'), adapter ? `${port}, ${adapter}` : port]);
  if (device !== null) {
    rows.push(
      [t('model'), device.model],
      [t('serial'), device.serial],
      [t('firmware'), device.firmware],
      [t('needles'), count(device.needles)],
      [t('calibration'), device.calibration_due_on === null ? t('never') : day(device.calibration_due_on)],
    );
  }
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" m={0}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="var(--mantine-color-text)" opacity={0.85}>
            {name}
          </Text>
          <Text component="dd" m={0} fw={600} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
