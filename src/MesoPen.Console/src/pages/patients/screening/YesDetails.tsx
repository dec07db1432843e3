import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { moment } from '../../../quantity/quantity';
import type { Question } from '../file/file';
import { useNames } from '../file/useNames';

/** What a yes was to, what it names and what it means. */
export function YesDetails({ question, given }: { question: Question; given: Schemas['GivenAnswer'] | undefined }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const zones = given?.answer.zones ?? [];
  const substances = given?.answer.substances ?? [];
  return (
    <>
      <Text>{question.text}</Text>
      {zones.length > 0 && <Text fw={700}>{zones.includes('all') ? t('zones_all') : zones.map(names.zone).join(', ')}</Text>}
      {substances.length > 0 && <Text fw={700}>{substances.join(', ')}</Text>}
      {given?.answer.note && <Text>{given.answer.note}</Text>}
      <Text>{t('screening.yes_means', { meaning: t(`severity.${question.severity}`) })}</Text>
      <Text size="sm" c="dimmed">
        {t('source', { ns: 'common', source: question.source })}
        {given && ` · ${t('screening.answered_at', { at: moment(given.at), by: given.by })}`}
      </Text>
    </>
  );
}
