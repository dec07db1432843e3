import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/Facts';
import { Mark, type Tone } from '../../parts/Mark';
import { day, moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { type CalibrationState, type DeviceRow, rows } from './devices';
import { useCalibrationHealth, useHeard } from './sources';

const tones: Record<CalibrationState, Tone> = { never: 'bad', expired: 'bad', soon: 'warn', good: 'good' };

/** Every known device with the last day of its calibration, and what that means: without one nothing is armed. */
export default function Calibration() {
  const { t } = useTranslation('calibration');
  const known = useHeard();
  const health = useCalibrationHealth().data;
  const devices = rows(known.heard, new Date().toISOString().slice(0, 10));
  return (
    <Stack>
      <Title order={1}>{t('title')}</Title>
      <Text>{t('help')}</Text>
      {health && (
        <Group gap="sm">
          <Text>{t('host_says')}</Text>
          <Mark tone={health.state === 'ready' ? 'info' : health.state === 'degraded' ? 'warn' : 'bad'}>
            <span lang="en">{health.text}</span>
          </Mark>
        </Group>
      )}
      <ProblemAlert problem={known.error} />
      {known.loading && <Loader aria-label={t('loading', { ns: 'common' })} />}
      {!known.loading && devices.length === 0 && <Text size="lg">{t('empty')}</Text>}
      {devices.length > 0 && (
        <Stack component="ul" aria-label={t('devices')} gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {devices.map((device) => (
            <Paper component="li" key={device.serial} withBorder p="md" data-id={device.serial}>
              <DeviceCard device={device} />
            </Paper>
          ))}
        </Stack>
      )}
      {known.more !== undefined && (
        <Button variant="default" onClick={known.more} loading={known.readingMore}>
          {t('older_sessions')}
        </Button>
      )}
    </Stack>
  );
}

function DeviceCard({ device }: { device: DeviceRow }) {
  const { t } = useTranslation('calibration');
  const left = device.daysLeft ?? 0;
  return (
    <Stack gap="sm">
      <Group>
        <Text size="lg" fw={700}>
          {device.name ?? t('device', { profile: device.profile, serial: device.serial })}
        </Text>
        <Mark tone={tones[device.state]}>
          {device.state === 'never'
            ? t('never')
            : device.state === 'expired'
              ? t('expired', { count: -left })
              : t('days_left', { count: left })}
        </Mark>
      </Group>
      <Text>{t(`means.${device.state}`)}</Text>
      <Facts
        of={[
          [t('due'), device.due === null ? t('no_day') : day(device.due)],
          [t('serial'), device.serial],
          [t('profile'), device.profile],
          [t('firmware'), device.firmware],
          [t('heard'), t(`where.${device.where}`, { at: moment(device.at) })],
        ]}
      />
    </Stack>
  );
}
