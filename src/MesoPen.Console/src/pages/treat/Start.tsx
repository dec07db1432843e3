import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { parseScaled, volume } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { ChoosePlan } from './ChoosePlan';
import { useChoice } from './choice';
import { Rehearsal } from './Rehearsal';
import { useRehearsal } from './rehearsal';
import { useDevices } from './useDevices';
import { useHeads, useVials } from './useShelf';

/** What a session needs, chosen and rehearsed, before it is opened. */
export function Start() {
  const { t } = useTranslation('treat');
  const { choice, choose } = useChoice();
  const { vial, head, device } = choice;
  const loaded = choice.loaded ?? '';
  const plan = choice.patient !== null && choice.plan !== null ? { patient: choice.patient, plan: choice.plan } : null;
  const known = useQuery({
    queryKey: ['plan', plan?.plan],
    enabled: plan !== null,
    queryFn: () => body(api.GET('/api/v1/plans/{id}', { params: { path: { id: plan?.plan ?? '' } } })),
  });
  const version = known.data?.versions.at(-1) ?? null;
  const vials = useVials(version?.product_id ?? null);
  const heads = useHeads();
  const devices = useDevices();
  const loadedNl = parseScaled(loaded, 1_000_000);
  const least = version ? version.prime_nl + version.zones.reduce((sum, zone) => sum + zone.points * zone.dose_nl, 0) : null;
  const asked: Schemas['OpenSession'] | null =
    plan && version && vial && head && loadedNl
      ? {
          patient_id: plan.patient,
          plan_id: plan.plan,
          plan_version: version.version,
          vial_id: vial,
          head_id: head,
          loaded_nl: loadedNl,
          device,
        }
      : null;
  const rehearsal = useRehearsal(asked);
  const open = useMutation({
    mutationFn: (session: Schemas['OpenSession']) => api.POST('/api/v1/sessions', { body: session }),
  });
  const shut = rehearsal.data?.problem != null;
  return (
    <Stack gap="md" className="treat">
      <Title order={1}>{t('start.title')}</Title>
      <ChoosePlan chosen={plan} onChoose={(next) => choose(next ?? { patient: null, plan: null })} />
      <ProblemAlert problem={known.error} />
      {plan !== null && version !== null && (
        <Paper withBorder p="md" component="section" aria-labelledby="things-title">
          <Title order={2} size="h3" id="things-title">
            {t('start.things')}
          </Title>
          <Stack gap="sm" mt="sm">
            <Select
              label={t('start.vial')}
              description={vials.length === 0 ? t('start.no_vial', { product: version.product_id }) : undefined}
              data={vials}
              value={vial}
              onChange={(next) => choose({ vial: next })}
              searchable
              nothingFoundMessage={t('shelf.nothing')}
              required
            />
            <Select
              label={t('start.head')}
              description={heads.length === 0 ? t('start.no_head') : undefined}
              data={heads}
              value={head}
              onChange={(next) => choose({ head: next })}
              searchable
              nothingFoundMessage={t('shelf.nothing')}
              required
            />
            <Group align="end">
              <TextInput
                label={t('start.loaded')}
                description={least === null ? undefined : t('start.least', { least: volume(least) })}
                inputMode="decimal"
                value={loaded}
                onChange={(event) => choose({ loaded: event.currentTarget.value })}
                error={loaded !== '' && loadedNl === null ? t('start.loaded_wrong') : undefined}
                rightSection="mL"
                required
              />
            </Group>
            {devices.length > 0 && (
              <Select
                label={t('start.device')}
                placeholder={t('start.own_device')}
                data={devices}
                value={device}
                onChange={(next) => choose({ device: next })}
                clearable
              />
            )}
          </Stack>
        </Paper>
      )}
      {asked !== null && <ProblemAlert problem={rehearsal.error} />}
      {asked !== null && rehearsal.error === null && <Rehearsal rehearsal={rehearsal.data} patient={plan?.patient ?? null} />}
      <ProblemAlert problem={open.error} />
      {plan !== null && (
        <Group>
          <Button
            size="xl"
            disabled={asked === null || shut}
            loading={open.isPending}
            onClick={() => asked !== null && open.mutate(asked)}
          >
            {t('start.open')}
          </Button>
          <Text role="status">{asked === null ? t('start.missing') : shut ? t('start.shut') : t('start.open_text')}</Text>
        </Group>
      )}
    </Stack>
  );
}
