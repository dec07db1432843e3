import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../../quantity/quantity';
import { useMay } from '../../../shell/who';
import { type Assessment, read } from '../file/file';
import { usePatientId } from '../file/usePatientId';
import { Loaded } from '../form/Loaded';
import { AssessmentForm } from './AssessmentForm';

/** The skin as it was found, newest first. A wrong entry is put right by another, which names it. */
export function Assessments() {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const id = usePatientId();
  const assessments = useQuery(read.assessments(id));
  const [form, setForm] = useState<{ corrects: Assessment | null } | null>(null);
  return (
    <Stack maw={960}>
      <Title order={1}>{t('page.assessments')}</Title>
      {may && form === null && (
        <Group>
          <Button onClick={() => setForm({ corrects: null })}>{t('assessment.new')}</Button>
        </Group>
      )}
      {form !== null && (
        <AssessmentForm key={form.corrects?.id ?? ''} patient={id} corrects={form.corrects} onDone={() => setForm(null)} />
      )}
      <Loaded query={assessments}>
        {(all) => (
          <>
            {all.length === 0 && <Text>{t('assessment.none')}</Text>}
            {all.toReversed().map((each) => (
              <Line key={each.id} assessment={each} {...(may ? { onCorrect: () => setForm({ corrects: each }) } : {})} />
            ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Line({ assessment, onCorrect }: { assessment: Assessment; onCorrect?: () => void }) {
  const { t } = useTranslation('patients');
  const { findings } = assessment;
  const corrected = assessment.corrected_by ?? null;
  return (
    <Paper withBorder p="md" component="article" aria-label={assessment.id}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="xs">
            <Text fw={700}>{moment(assessment.at)}</Text>
            <Text>{t('by', { by: assessment.by })}</Text>
            {corrected !== null && (
              <Badge variant="default" size="lg" tt="none">
                {t('assessment.corrected')}
              </Badge>
            )}
          </Group>
          {assessment.corrects !== null && (
            <Text>{t('assessment.corrects', { id: assessment.corrects, reason: assessment.reason ?? '' })}</Text>
          )}
          <Text>{t('assessment.photodamage_is', { grade: t(`grade.${findings.photodamage}`) })}</Text>
          <Text>{t('assessment.thickness_is', { grade: t(`thickness.${findings.thickness}`) })}</Text>
          <Text>{t('assessment.vascularity_is', { grade: t(`grade.${findings.vascularity}`) })}</Text>
          {findings.prior_procedures !== '' && <Text>{t('assessment.prior_is', { text: findings.prior_procedures })}</Text>}
          {findings.systemic_conditions !== '' && (
            <Text>{t('assessment.systemic_is', { text: findings.systemic_conditions })}</Text>
          )}
          {findings.note && <Text>{findings.note}</Text>}
        </Stack>
        {onCorrect && corrected === null && (
          <Button variant="default" onClick={onCorrect}>
            {t('correct.save')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
