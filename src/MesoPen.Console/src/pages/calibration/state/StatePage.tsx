import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../../../parts/Mark';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useMay } from '../../../shell/who';
import { useBench, useCertificates, useRuns } from '../bench';
import { newestOf, refuses, uncertifiedOf } from '../standing';
import { DeviceCard } from './DeviceCard';
import { rows } from './devices';
import { useCalibrationHealth, useHeard } from './sources';

/** Every known device: what it says of its calibration, and what the site's certificates say of it. */
export function StatePage() {
  const { t } = useTranslation('calibration');
  const works = useMay('engineer');
  const known = useHeard();
  const health = useCalibrationHealth().data;
  const certificates = useCertificates();
  const runs = useRuns();
  const open = useBench().data?.calibration_id ?? null;
  const of = (serial: string) => newestOf(certificates.data ?? [], serial);
  const devices = rows(known.heard, new Date().toISOString().slice(0, 10), (serial) => of(serial).some(refuses));
  return (
    <Stack>
      <Title order={2}>{t('sections.state')}</Title>
      <Text>{t('help')}</Text>
      <Group>
        {open !== null && (
          <Button component={Link} to={`/calibration/runs/${open}`} size="lg">
            {t('state.under_way')}
          </Button>
        )}
        {works && open === null && (
          <Button component={Link} to="/calibration/runs/_new" size="lg">
            {t('runs.begin')}
          </Button>
        )}
      </Group>
      {health && (
        <Group gap="sm">
          <Text>{t('host_says')}</Text>
          <Mark tone={health.state === 'ready' ? 'info' : health.state === 'degraded' ? 'warn' : 'bad'}>
            <span lang="en">{health.text}</span>
          </Mark>
        </Group>
      )}
      <ProblemAlert problem={known.error ?? certificates.error ?? runs.error} />
      {(known.loading || certificates.isPending) && <Loader aria-label={t('loading', { ns: 'common' })} />}
      {!known.loading && devices.length === 0 && <Text size="lg">{t('empty')}</Text>}
      {devices.length > 0 && !certificates.isPending && (
        <Stack component="ul" aria-label={t('devices')} gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {devices.map((device) => (
            <Paper component="li" key={device.serial} withBorder p="md" data-id={device.serial}>
              <DeviceCard
                device={device}
                certificates={of(device.serial)}
                uncertified={uncertifiedOf(runs.data ?? [], device.serial)}
              />
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
