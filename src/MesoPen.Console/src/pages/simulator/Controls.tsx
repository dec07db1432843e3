import { Alert, Loader, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { FaultText } from '../../parts/FaultText';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { Faults } from './Faults';
import { Hands } from './Hands';
import { PlantView } from './PlantView';
import { Running } from './Running';
import { lookEveryMs, type Now } from './simulator';

const nowKey = ['simulator', 'plant'];

/** What the host says of the device, beside what really happens in it, and the means to make it happen. */
export function Controls({ fault }: { fault: Schemas['StationView']['fault'] }) {
  const { t } = useTranslation('simulator');
  const queries = useQueryClient();
  const view = useQuery({ queryKey: ['simulator', 'view'], queryFn: () => body(api.GET('/api/v1/simulator')) });
  const available = view.data?.available === true;
  const now = useQuery({
    queryKey: nowKey,
    queryFn: () => body(api.GET('/api/v1/simulator/plant')),
    refetchInterval: lookEveryMs,
    enabled: available,
  });
  const order = useMutation({
    mutationFn: (ask: () => Promise<Now>) => ask(),
    onSuccess: (after) => queries.setQueryData(nowKey, after),
  });
  const begin = (spec: string) => order.mutate(() => body(api.POST('/api/v1/simulator/faults', { body: { spec } })));
  const end = (name?: string) =>
    order.mutate(() => body(api.DELETE('/api/v1/simulator/faults', { params: { query: name === undefined ? {} : { name } } })));
  const move = (hands: Partial<Schemas['SimulatorHands']>) =>
    order.mutate(() => body(api.POST('/api/v1/simulator/hands', { body: hands as Schemas['SimulatorHands'] })));

  if (view.isPending) return <Loader aria-label={t('title')} />;
  if (view.data === undefined) return <ProblemAlert problem={view.error} />;
  if (!available) {
    return (
      <Alert title={t('away_title')} color="violet" variant="outline">
        <Text lang="en">{view.data.why}</Text>
      </Alert>
    );
  }
  const plant = now.data?.plant ?? view.data.plant;
  const acting = now.data?.acting ?? view.data.acting;
  return (
    <>
      {fault !== null && fault !== undefined && (
        <Alert title={t('host_says')} color="red" variant="outline" data-testid="host-fault">
          <Text>
            <FaultText fault={fault} part="what" />
          </Text>
          <Text>
            <FaultText fault={fault} part="todo" />
          </Text>
        </Alert>
      )}
      <ProblemAlert problem={order.error ?? now.error} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {plant && <PlantView plant={plant} />}
        <Stack>
          {plant && <Hands plant={plant} onMove={move} />}
          <Running acting={acting} onEnd={end} />
        </Stack>
      </SimpleGrid>
      <Faults faults={view.data.faults} acting={acting} onBegin={begin} />
    </>
  );
}
