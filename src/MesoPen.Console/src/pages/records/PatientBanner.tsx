import { Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { moment } from '../../quantity/quantity';
import { SessionState } from './SessionState';

/** Whose record it is, before anything of it is read. */
export function PatientBanner({ session, patient }: { session: Schemas['Treatment']; patient: Schemas['Patient'] | undefined }) {
  const { t } = useTranslation('records');
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <div>
          <Text size="xl" fw={700}>
            {session.intent.patient_id}
            {patient && ` · ${patient.initials}`}
          </Text>
          {patient && (
            <Text>
              {t('born', { year: patient.birth_year })}, {t(`sex.${patient.sex}`)}, {t('skin_type', { type: patient.skin_type })}
            </Text>
          )}
        </div>
        <div>
          <Text size="lg" fw={600}>
            {moment(session.opened_at)}
            {session.ended_at && ` – ${moment(session.ended_at)}`}
          </Text>
          <SessionState session={session} />
        </div>
      </Group>
    </Paper>
  );
}
