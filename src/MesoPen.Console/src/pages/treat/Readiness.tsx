import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useOf } from '../../live/useStation';
import { useMay } from '../../shell/who';
import { CheckLine } from './CheckLine';
import { useDeviceChecks, useGateChecks } from './checks';
import { Prime } from './Prime';
import { isArmed, isStopped } from './state';

const lookEveryMs = 15_000;

/**
 * Everything that must stand before a zone is armed, line by line; asked anew while nothing is armed. Once all of it stands, one line says so: what
 * comes next is on the first screen.
 */
export function Readiness({ watching }: { watching: boolean }) {
  const { t } = useTranslation('treat');
  const view = useOf((station) => station);
  const armed = useOf(isArmed);
  const stopped = useOf(isStopped);
  const may = useMay('clinician') && !watching;
  const patient = view?.patient?.patient_id ?? null;
  const gates = useGateChecks();
  const device = useDeviceChecks();
  const [priming, setPriming] = useState(false);
  const [unfolded, { toggle }] = useDisclosure();
  // The answer comes by the live state too: asking is what counts.
  useQuery({
    queryKey: ['look', view?.session_id],
    enabled: may && !armed,
    refetchInterval: lookEveryMs,
    queryFn: async () => {
      await api.GET('/api/v1/station', { params: { query: { look: '' } as never } });
      return true;
    },
  });
  if (view === null) return null;
  const checks = [...gates(view.gates ?? [], patient), ...device(view)];
  const good = checks.filter((check) => check.stands).length;
  const whole = good === checks.length;
  const primeNext = may && !view.primed && view.device?.self_tested === true && !armed && !stopped;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="ready-title">
      <Group justify="space-between">
        <Title order={2} size="h4" id="ready-title">
          {t('ready.title')}
        </Title>
        <Text role="status">
          {whole ? t('ready.whole', { all: checks.length }) : t('ready.count', { good, all: checks.length })}
        </Text>
        {whole && (
          <Button variant="subtle" aria-expanded={unfolded} aria-controls="ready-checks" onClick={toggle}>
            {t(unfolded ? 'ready.fold' : 'ready.unfold')}
          </Button>
        )}
      </Group>
      {primeNext && (
        <Button size="lg" my="sm" onClick={() => setPriming(true)} data-testid="prime-next">
          {t('actions.prime')}
        </Button>
      )}
      <ul className="checks" id="ready-checks" hidden={whole && !unfolded}>
        {checks.map((check, index) => (
          <CheckLine key={check.id} check={check} index={index} />
        ))}
      </ul>
      {priming && <Prime onEnd={() => setPriming(false)} />}
    </Paper>
  );
}
