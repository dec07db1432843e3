import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useMay } from '../../../shell/who';
import type { Facts } from '../file/blocks';
import type { ConsentRecord } from '../file/file';
import { plain } from '../file/plain';
import { useFacts } from '../file/useFacts';
import { usePatientId } from '../file/usePatientId';
import { DrawUp } from './DrawUp';
import { stateOf } from './state';

/** The consents of a patient: of each plan the last one counts. */
export function Consents() {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const id = usePatientId();
  const { facts, error } = useFacts(id);
  return (
    <Stack>
      <Title order={1}>{t('page.consents')}</Title>
      <Text>{t('consent.text')}</Text>
      <ProblemAlert problem={error} />
      {facts && may && <DrawUp patient={id} facts={facts} />}
      <Stack component="section" aria-labelledby="kept">
        <Title order={2} id="kept">
          {t('consent.kept')}
        </Title>
        {facts?.consents.length === 0 && <Text>{t('consent.none')}</Text>}
        {facts?.consents.toReversed().map((each) => (
          <Line key={each.id} consent={each} facts={facts} />
        ))}
      </Stack>
    </Stack>
  );
}

function Line({ consent, facts }: { consent: ConsentRecord; facts: Facts }) {
  const { t } = useTranslation('patients');
  const state = stateOf(consent, facts, new Date());
  const title = facts.plans.find((plan) => plan.id === consent.binding.plan_id)?.title ?? consent.binding.plan_id;
  return (
    <Paper withBorder p="md" component="article" aria-label={`${consent.id} ${title}`} data-state={state}>
      <Group gap="md">
        <Anchor component={Link} to={consent.id} fw={700} size="lg" inline py={10}>
          {t('consent.to', { title, version: plain(consent.binding.plan_version) })}
        </Anchor>
        <Badge variant="default" size="lg" tt="none" h="auto" style={{ whiteSpace: 'normal' }}>
          {t(`consent.state.${state}`)}
        </Badge>
      </Group>
      <Text>{t('consent.drawn', { at: moment(consent.at), by: consent.by })}</Text>
      {consent.withdrawn !== null && <Text>{t('withdrawn_because', { reason: consent.withdrawn })}</Text>}
    </Paper>
  );
}
