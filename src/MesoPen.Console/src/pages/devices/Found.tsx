import { Button, Group, List, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { FoundDevice } from './FoundDevice';

/** Every port of this computer with who is there; what to look at if the device is not among them. */
export function Found() {
  const { t } = useTranslation('devices');
  const look = useQuery({ queryKey: ['devices'], queryFn: () => body(api.GET('/api/v1/devices')), staleTime: 60_000 });
  // What was said of a test is over when somebody looks anew.
  const [looked, setLooked] = useState(0);
  return (
    <Stack component="section" aria-label={t('found')}>
      <Group justify="space-between">
        <Title order={2}>{t('found')}</Title>
        <Button variant="default" onClick={() => void look.refetch().then(() => setLooked(looked + 1))} loading={look.isFetching}>
          {t('look_again')}
        </Button>
      </Group>
      <div role="status">
        {look.isPending && (
          <Group>
            <Loader size="sm" />
            <Text>{t('looking')}</Text>
          </Group>
        )}
      </div>
      <ProblemAlert problem={look.error} />
      {look.data?.devices.map((device) => (
        <FoundDevice key={`${looked} ${device.address}`} found={device} />
      ))}
      {look.data?.devices.length === 0 && <Text fw={600}>{t('found_none')}</Text>}
      {look.data !== undefined && (
        <Paper withBorder p="md">
          <Title order={3} size="h4" mb="xs">
            {t('help_title')}
          </Title>
          <List spacing="xs">
            <List.Item>{t('help_plug')}</List.Item>
            <List.Item>{t('help_cable')}</List.Item>
            <List.Item>{t('help_doctor')}</List.Item>
            <List.Item>{t('help_sim')}</List.Item>
          </List>
        </Paper>
      )}
    </Stack>
  );
}
