import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { count, day } from '../../../quantity/quantity';
import { useMay } from '../../../shell/who';
import { later } from '../file/blocks';
import { type OtherTreatment, read, type SitePolicy, useChange } from '../file/file';
import { useNames } from '../file/useNames';
import { usePatientId } from '../file/usePatientId';
import { Loaded } from '../form/Loaded';
import { ReasonDialog } from '../form/ReasonDialog';
import { OtherTreatmentForm } from './OtherTreatmentForm';

/** Other treatments of the skin, and until when each one keeps a session away. */
export function OtherTreatments() {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const id = usePatientId();
  const others = useQuery(read.others(id));
  const policy = useQuery(read.policy());
  const [adding, setAdding] = useState(false);
  return (
    <Stack maw={960}>
      <Title order={1}>{t('page.other-treatments')}</Title>
      <Text>{t('other.text')}</Text>
      {may && !adding && (
        <Group>
          <Button onClick={() => setAdding(true)}>{t('other.new')}</Button>
        </Group>
      )}
      {adding && <OtherTreatmentForm patient={id} onDone={() => setAdding(false)} />}
      <Loaded query={others}>
        {(all) => (
          <>
            {all.length === 0 && <Text>{t('other.none')}</Text>}
            {all
              .toSorted((one, other) => other.day.localeCompare(one.day))
              .map((each) => (
                <Line key={each.id} patient={id} entry={each} policy={policy.data} may={may} />
              ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

interface LineProps {
  patient: string;
  entry: OtherTreatment;
  policy: SitePolicy | undefined;
  may: boolean;
}

function Line({ patient, entry, policy, may }: LineProps) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [asking, setAsking] = useState(false);
  const withdrawn = entry.withdrawn ?? null;
  const days = policy?.combination_days[entry.kind];
  const withdraw = useChange(
    (reason: string) =>
      body(
        api.POST('/api/v1/patients/{id}/other-treatments/{entry}/withdrawal', {
          params: { path: { id: patient, entry: entry.id } },
          body: { reason },
        }),
      ),
    () => setAsking(false),
  );
  return (
    <Paper withBorder p="md" component="article" aria-label={names.kind(entry.kind)}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="xs">
            <Text fw={700}>{names.kind(entry.kind)}</Text>
            <Text>{day(entry.day)}</Text>
            {withdrawn !== null && (
              <Badge variant="default" size="lg" tt="none">
                {t('withdrawn')}
              </Badge>
            )}
          </Group>
          <Text>{entry.zones.length === 0 ? t('other.everywhere') : entry.zones.map(names.zone).join(', ')}</Text>
          {entry.note && <Text>{entry.note}</Text>}
          {withdrawn !== null ? (
            <Text>{t('withdrawn_because', { reason: withdrawn })}</Text>
          ) : (
            policy && (
              <Text>
                {days === undefined
                  ? t('other.unstated')
                  : t('other.free', { days: count(days), day: day(later(entry.day, days)) })}
              </Text>
            )
          )}
        </Stack>
        {may && withdrawn === null && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('withdraw')}
          </Button>
        )}
      </Group>
      <ReasonDialog
        opened={asking}
        title={t('other.withdraw_title')}
        text={t('other.withdraw_text')}
        confirm={t('withdraw')}
        problem={withdraw.error}
        pending={withdraw.isPending}
        onConfirm={(reason) => withdraw.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </Paper>
  );
}
