import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../../../quantity/quantity';
import { useMay } from '../../../shell/who';
import { newest, type Plan, read } from '../file/file';
import { plain } from '../file/plain';
import { useNames } from '../file/useNames';
import { usePatientId } from '../file/usePatientId';
import { Loaded } from '../form/Loaded';
import { StartTreatment } from './StartTreatment';

/** A patient's plans. */
export function Plans() {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const id = usePatientId();
  const plans = useQuery(read.plans(id));
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{t('page.plans')}</Title>
        {may && (
          <Button component={Link} to="_new">
            {t('plan.new')}
          </Button>
        )}
      </Group>
      <Loaded query={plans}>
        {(all) => (
          <>
            {all.length === 0 && <Text>{t('plan.none')}</Text>}
            {all.map((plan) => (
              <Line key={plan.id} plan={plan} />
            ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Line({ plan }: { plan: Plan }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const version = newest(plan.versions);
  const ended = plan.ended ?? null;
  return (
    <Paper withBorder p="md" component="article" aria-label={plan.title}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="xs">
            <Anchor component={Link} to={encodeURIComponent(plan.id)} size="lg" fw={700} inline py={10}>
              {plan.title}
            </Anchor>
            <Text>{t('plan.id_version', { id: plan.id, version: plain(version.version) })}</Text>
            {ended !== null && (
              <Badge variant="default" size="lg" tt="none">
                {t('plan.ended')}
              </Badge>
            )}
          </Group>
          <Text>{version.zones.map((zone) => names.zone(zone.zone)).join(', ')}</Text>
          <Text>{t('plan.starts', { day: day(plan.starts_on) })}</Text>
          {ended !== null && <Text>{t('plan.ended_because', { reason: ended })}</Text>}
        </Stack>
        <StartTreatment plan={plan} />
      </Group>
    </Paper>
  );
}
