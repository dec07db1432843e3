import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { Identity } from './Identity';

/** One address: who is there, a test, and only then a way to save it. */
export function FoundDevice({ found }: { found: Schemas['DeviceView'] }) {
  const { t } = useTranslation('devices');
  const test = useMutation({ mutationFn: () => body(api.POST('/api/v1/devices/test', { body: { address: found.address } })) });
  const save = useMutation({
    mutationFn: () => body(api.POST('/api/v1/station-devices', { body: { address: found.address } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['station-devices'] }),
  });
  const known = test.data ?? found;
  const usable = known.problem === null && known.device !== null;
  const name = known.device === null ? known.address : `${known.device.model} ${known.device.serial}`;
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Title>
          <Group gap="xs">
            {known.device?.simulated && (
              <Badge size="lg" variant="outline" color="grape">
                {t('simulated')}
              </Badge>
            )}
            {known.saved_as !== null && (
              <Badge size="lg" variant="outline">
                {t('is_saved')}
              </Badge>
            )}
            <Badge size="lg" variant="light" color={usable ? 'green' : 'orange'}>
              {t(`state.${known.state}`)}
            </Badge>
          </Group>
        </Group>
        <Identity address={known.address} port={known.node} adapter={known.adapter} device={known.device} />
        {known.holders.map((holder) => (
          <Text key={holder.process_id}>{t('holder', { program: holder.program, id: holder.process_id })}</Text>
        ))}
        {known.problem !== null && known.holders.length === 0 && test.data === undefined && <Text>{known.problem}</Text>}
        <div role="status">
          {test.isPending && <Text>{t('testing')}</Text>}
          {test.data !== undefined && !save.isSuccess && (
            <Alert color={usable ? 'green' : 'red'} variant="light" title={usable ? t('test_passed') : t('test_failed')}>
              {known.problem}
            </Alert>
          )}
          {save.isSuccess && <Alert color="green" variant="light" title={t('saved_done')} />}
        </div>
        <ProblemAlert problem={test.error ?? save.error} />
        <Group>
          <Button
            variant="default"
            onClick={() => test.mutate()}
            loading={test.isPending}
            aria-label={t('test_it', { name })}
            disabled={found.state === 'in-use'}
          >
            {t('test')}
          </Button>
          {test.data !== undefined && usable && !save.isSuccess && (
            <Button onClick={() => save.mutate()} loading={save.isPending} aria-label={t('save_it', { name })}>
              {t('save')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
