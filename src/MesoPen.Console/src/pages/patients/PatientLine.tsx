import { Badge, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { plain } from './file/plain';
import { SeriesBadge } from './SeriesBadge';

/** A patient in a list: who, and where each series stands. */
export function PatientLine({ patient, series }: Schemas['PatientOverview']) {
  const { t } = useTranslation('patients');
  return (
    <Paper
      component={Link}
      to={`/patients/${encodeURIComponent(patient.id)}`}
      withBorder
      p="sm"
      c="var(--mantine-color-text)"
      td="none"
      mih={44}
      data-patient={patient.id}
    >
      <Group gap="md">
        <Text fw={700} size="lg">
          {patient.id}
        </Text>
        <Text size="lg">{patient.initials}</Text>
        <Text>{t('born', { year: plain(patient.birth_year) })}</Text>
        {series.map((each) => (
          <SeriesBadge key={each.plan_id} series={each} />
        ))}
        {series.length === 0 && (
          <Badge variant="default" size="lg" tt="none">
            {t('list.no_series')}
          </Badge>
        )}
      </Group>
    </Paper>
  );
}
