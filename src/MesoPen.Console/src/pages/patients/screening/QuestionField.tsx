import { Paper, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Question } from '../file/file';
import { useNames } from '../file/useNames';
import { YesNo } from '../form/YesNo';
import { ZoneChoice } from '../form/ZoneChoice';
import type { AnswerDraft } from './draft';

interface Props {
  question: Question;
  draft: AnswerDraft;
  onChange: (draft: AnswerDraft) => void;
}

/** A question of the screening, with what a yes means and who says that it matters. */
export function QuestionField({ question, draft, onChange }: Props) {
  const { t, i18n } = useTranslation('patients');
  const names = useNames();
  const translated = i18n.language === 'en' ? null : names.question(question.id);
  return (
    <Paper withBorder p="md" data-question={question.id}>
      <Stack gap="xs">
        {translated !== null && <Text c="dimmed">{translated}</Text>}
        <YesNo label={question.text} value={draft.yes} onChange={(yes) => onChange({ ...draft, yes })} />
        <Text size="sm">
          {t('screening.yes_means', { meaning: t(`severity.${question.severity}`) })}
          {question.each_day && ` ${t('screening.each_day')}`}
        </Text>
        <Text size="sm" c="dimmed">
          {t('source', { ns: 'common', source: question.source })}
        </Text>
        {draft.yes && question.severity === 'in-zones' && (
          <ZoneChoice
            label={t('screening.where')}
            description={t('screening.where_help')}
            value={draft.zones}
            onChange={(zones) => onChange({ ...draft, zones })}
            everywhere={{ id: 'all', label: t('zones_all') }}
          />
        )}
        {draft.yes && question.severity === 'substances' && (
          <Textarea
            label={t('screening.substances')}
            description={t('screening.substances_help')}
            value={draft.substances}
            onChange={(event) => onChange({ ...draft, substances: event.currentTarget.value })}
            required
          />
        )}
        {draft.yes !== null && (
          <Textarea
            label={t('screening.note')}
            value={draft.note}
            onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
            minRows={1}
            maxLength={4000}
          />
        )}
      </Stack>
    </Paper>
  );
}
