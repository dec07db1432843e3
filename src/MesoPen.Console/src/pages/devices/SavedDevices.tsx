import { Badge, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { Identity } from './Identity';

type Saved = Schemas['SavedDevice'];

/** The devices that the station treats with. */
export function SavedDevices({ devices }: { devices: Saved[] | undefined }) {
  const { t } = useTranslation('devices');
  const uses = useMay('clinician', 'engineer', 'administrator');
  const [leaving, setLeaving] = useState<Saved | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => body(api.DELETE('/api/v1/station-devices/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      setLeaving(null);
      await queries.invalidateQueries({ queryKey: ['station-devices'] });
      await queries.invalidateQueries({ queryKey: ['devices'] });
    },
  });
  return (
    <Stack component="section" aria-label={t('saved')}>
      <Title order={2}>{t('saved')}</Title>
      {devices?.length === 0 && <Text>{t('saved_none')}</Text>}
      {devices?.map((device) => (
        <Paper key={device.device_id} withBorder p="md" component="article" aria-label={device.name}>
          <Stack gap="sm">
            <Group justify="space-between">
              <Title order={3} size="h4">
                {device.name}
              </Title>
              {device.simulated && (
                <Badge size="lg" variant="outline" color="grape">
                  {t('simulated')}
                </Badge>
              )}
            </Group>
            <Identity address={device.address} device={device} />
            {uses && (
              <Group>
                <Button variant="default" onClick={() => setLeaving(device)} aria-label={t('remove_it', { name: device.name })}>
                  {t('remove', { ns: 'common' })}
                </Button>
              </Group>
            )}
          </Stack>
        </Paper>
      ))}
      <Modal
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('remove_title')}
        closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }), size: 44 }}
      >
        <Stack>
          <Text>{t('remove_text', { name: leaving?.name ?? '' })}</Text>
          <ProblemAlert problem={remove.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setLeaving(null)} data-autofocus>
              {t('cancel', { ns: 'common' })}
            </Button>
            <Button color="red" onClick={() => leaving !== null && remove.mutate(leaving.device_id)} loading={remove.isPending}>
              {t('remove', { ns: 'common' })}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
