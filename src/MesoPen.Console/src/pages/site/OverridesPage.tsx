import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { CardList } from '../../parts/CardList';
import { Facts } from '../../parts/Facts';
import { Mark } from '../../parts/Mark';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { useParts } from '../../parts/useParts';
import { moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useSignature } from '../../shell/signature';
import { useMay, useWho } from '../../shell/who';
import { OverrideDialog, type Passable } from './OverrideDialog';

type Override = Schemas['Override'];

export const overridesChanged = () => queries.invalidateQueries({ queryKey: ['overrides'] });

/** Blocks about when that two people agreed to pass over, or that one wants to. */
export function OverridesPage() {
  const { t } = useTranslation('site');
  const overrides = useParts(['overrides'], (query) => body(api.GET('/api/v1/overrides', { params: { query } })));
  const may = useMay('clinician');
  const [proposing, setProposing] = useState(false);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('overrides')}</Title>
        {may && (
          <Button variant="default" onClick={() => setProposing(true)}>
            {t('override_propose')}
          </Button>
        )}
      </Group>
      <Text>{t('overrides_help')}</Text>
      <CardList label={t('overrides')} parts={overrides} empty={t('overrides_empty')} id={(each) => each.id}>
        {(each) => <OverrideCard each={each} />}
      </CardList>
      {proposing && <OverrideDialog onClose={() => setProposing(false)} />}
    </Stack>
  );
}

function OverrideCard({ each }: { each: Override }) {
  const { t } = useTranslation('site');
  const sign = useSignature();
  const own = useWho().person_id === each.proposed.person_id;
  const may = useMay('clinician', 'administrator');
  const [withdrawing, setWithdrawing] = useState(false);
  const past = Date.parse(each.subject.until) <= Date.now();
  const open = each.agreed == null && each.withdrawn_by == null && !past;
  const path = { id: each.id };
  const agreeing = useMutation({
    mutationFn: async () => {
      const header = await sign(
        t('override_agree_what', { patient: each.subject.patient_id, plan: each.subject.plan_id, reason: each.reason }),
      );
      if (header !== null) await api.POST('/api/v1/overrides/{id}/agreement', { params: { path, header } });
    },
    onSettled: overridesChanged,
  });
  return (
    <Stack gap="sm">
      <Group>
        <Text size="lg" fw={700}>
          {t(`passable.${each.subject.problem as Passable}`)}
        </Text>
        {each.withdrawn_by != null ? (
          <Mark tone="idle">{t('withdrawn_by', { name: each.withdrawn_by })}</Mark>
        ) : past ? (
          <Mark tone="idle">{t('override_past', { at: moment(each.subject.until) })}</Mark>
        ) : each.agreed != null ? (
          <Mark tone="good">{t('override_counts', { at: moment(each.subject.until) })}</Mark>
        ) : (
          <Mark tone="warn">{t('waits')}</Mark>
        )}
      </Group>
      <Facts
        of={[
          [t('patient'), each.subject.patient_id],
          [t('plan'), t('plan_version', { plan: each.subject.plan_id, version: each.subject.plan_version })],
          [t('override_until'), moment(each.subject.until)],
        ]}
      />
      <Text>{t('why', { reason: each.reason })}</Text>
      <Text>{t('proposed_by', { name: each.proposed.printed_name, at: moment(each.proposed.at) })}</Text>
      {each.agreed != null && <Text>{t('agreed_by', { name: each.agreed.printed_name, at: moment(each.agreed.at) })}</Text>}
      {open && own && <Text>{t('own_override')}</Text>}
      <ProblemAlert problem={agreeing.error} />
      {may && !past && each.withdrawn_by == null && (
        <Group>
          {open && !own && (
            <Button onClick={() => agreeing.mutate()} loading={agreeing.isPending}>
              {t('agree')}
            </Button>
          )}
          <Button variant="default" onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </Button>
        </Group>
      )}
      {withdrawing && (
        <ReasonDialog
          title={t('withdraw_override')}
          consequence={t('withdraw_override_consequence')}
          act={t('withdraw')}
          withoutReason
          onAct={async () => {
            await api.POST('/api/v1/overrides/{id}/withdrawal', { params: { path } });
            await overridesChanged();
          }}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Stack>
  );
}
