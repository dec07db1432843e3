import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { day } from '../../../quantity/quantity';
import { useMay } from '../../../shell/who';
import { type Clearance, type QuestionList, read, today, useChange } from '../file/file';
import { useNames } from '../file/useNames';
import { Loaded } from '../form/Loaded';
import { ReasonDialog } from '../form/ReasonDialog';
import { ClearanceForm } from './ClearanceForm';

/** Medical clearances, with the days on which they count. */
export function Clearances({ patient, list }: { patient: string; list: QuestionList }) {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const [adding, setAdding] = useState(false);
  const clearances = useQuery(read.clearances(patient));
  return (
    <Stack component="section" aria-labelledby="clearances">
      <Title order={2} id="clearances">
        {t('clearance.title')}
      </Title>
      <Loaded query={clearances}>
        {(all) => (
          <>
            {all.length === 0 && <Text>{t('clearance.none')}</Text>}
            {all.toReversed().map((each) => (
              <Line key={each.id} patient={patient} clearance={each} may={may} />
            ))}
          </>
        )}
      </Loaded>
      {may && !adding && (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('clearance.add')}
          </Button>
        </Group>
      )}
      {adding && <ClearanceForm patient={patient} list={list} onDone={() => setAdding(false)} />}
    </Stack>
  );
}

function Line({ patient, clearance, may }: { patient: string; clearance: Clearance; may: boolean }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [asking, setAsking] = useState(false);
  const withdraw = useChange(
    (reason: string) =>
      body(
        api.POST('/api/v1/patients/{id}/clearances/{clearance}/withdrawal', {
          params: { path: { id: patient, clearance: clearance.id } },
          body: { reason },
        }),
      ),
    () => setAsking(false),
  );
  const withdrawn = clearance.withdrawn ?? null;
  const state =
    withdrawn !== null
      ? ('withdrawn' as const)
      : today() > clearance.valid_until
        ? ('over' as const)
        : today() < clearance.given_on
          ? ('not_yet' as const)
          : ('valid' as const);
  return (
    <Paper withBorder p="md" component="article" aria-label={names.question(clearance.question)}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="xs">
            <Text fw={700}>{names.question(clearance.question)}</Text>
            <Badge variant="default" size="lg" tt="none">
              {t(`clearance.state.${state}`)}
            </Badge>
          </Group>
          <Text>{t('clearance.given', { by: clearance.given_by, on: day(clearance.given_on) })}</Text>
          <Text>{t('clearance.until', { until: day(clearance.valid_until) })}</Text>
          <Text>{t('clearance.where', { reference: clearance.reference })}</Text>
          {withdrawn !== null && <Text>{t('withdrawn_because', { reason: withdrawn })}</Text>}
        </Stack>
        {may && withdrawn === null && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('withdraw')}
          </Button>
        )}
      </Group>
      <ReasonDialog
        opened={asking}
        title={t('clearance.withdraw_title')}
        text={t('clearance.withdraw_text')}
        confirm={t('withdraw')}
        problem={withdraw.error}
        pending={withdraw.isPending}
        onConfirm={(reason) => withdraw.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </Paper>
  );
}
