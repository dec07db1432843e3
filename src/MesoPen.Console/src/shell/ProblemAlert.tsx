import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';

/** A refusal, with what to do about it; nothing for nothing. */
export function ProblemAlert({ problem }: { problem: unknown }) {
  const { t } = useTranslation();
  if (problem === null || problem === undefined) return null;
  const known = problem instanceof Problem ? problem : new Problem('failed', 0, String(problem), '', null);
  const unreachable = known.type === 'unreachable';
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      title={unreachable ? t('unreachable_title') : <span lang="en">{known.title}</span>}
      data-problem={known.type}
    >
      {unreachable ? <Text>{t('unreachable_detail')}</Text> : <Text lang="en">{known.detail}</Text>}
      {known.remedy !== null && <Text mt="xs">{t('remedy', { remedy: known.remedy })}</Text>}
    </Alert>
  );
}
