import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moment } from '../../../quantity/quantity';
import { clears, isWeighed, toAskToday } from '../file/blocks';
import { type QuestionList, read, type ScreeningRecord, today } from '../file/file';
import { useNames } from '../file/useNames';
import type { Versioned } from '../form/useBase';
import { Caution } from './Caution';
import { YesDetails } from './YesDetails';

interface Props {
  patient: string;
  list: QuestionList;
  opened: Versioned<ScreeningRecord>;
  /** Asks one question anew; left out if nobody may now. */
  onAsk?: (question: string) => void;
}

/** The answers that count: each yes with what it means and what became of it, then the noes. */
export function Answers({ patient, list, opened, onAsk }: Props) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const clearances = useQuery(read.clearances(patient));
  const now = new Date();
  const screening = opened.value;
  const { open, stale } = toAskToday(list, screening, now);
  const yes = list.questions.filter((each) => screening.answers[each.id]?.answer.yes === true);
  const no = list.questions.filter((each) => screening.answers[each.id]?.answer.yes === false);
  return (
    <>
      {open.length > 0 && (
        <Text fw={700}>{t('block.screening-incomplete', { questions: open.map(names.question).join(', ') })}</Text>
      )}
      <Stack component="section" aria-labelledby="answers-yes">
        <Title order={2} id="answers-yes">
          {t('screening.yes_title')}
        </Title>
        {yes.length === 0 && <Text>{t('screening.no_yes')}</Text>}
        {yes.map((question) => {
          const cleared = clearances.data?.find((each) => clears(each, question.id, today(now)));
          return (
            <Paper
              key={question.id}
              id={question.id}
              tabIndex={-1}
              withBorder
              p="md"
              component="article"
              aria-label={names.question(question.id)}
            >
              <Stack gap="xs">
                <Title order={3}>{names.question(question.id)}</Title>
                <YesDetails question={question} given={screening.answers[question.id]} />
                {stale.includes(question.id) && <Text fw={700}>{t('screening.stale')}</Text>}
                {question.severity === 'needs-clearance' && (
                  <Text fw={700}>{cleared ? t('screening.cleared', { by: cleared.given_by }) : t('screening.not_cleared')}</Text>
                )}
                {question.severity === 'caution' && (
                  <Caution patient={patient} question={question.id} opened={opened} weighed={isWeighed(screening, question.id)} />
                )}
                {onAsk && (
                  <Group>
                    <Button
                      variant="default"
                      onClick={() => onAsk(question.id)}
                      aria-label={t('screening.ask_anew_of', { question: names.question(question.id) })}
                    >
                      {t('screening.ask_anew')}
                    </Button>
                  </Group>
                )}
              </Stack>
            </Paper>
          );
        })}
      </Stack>
      <Stack component="section" aria-labelledby="answers-no">
        <Title order={2} id="answers-no">
          {t('screening.no_title')}
        </Title>
        {no.length > 0 && (
          <Table.ScrollContainer minWidth={480}>
            <Table striped>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('screening.question')}</Table.Th>
                  <Table.Th>{t('screening.answered')}</Table.Th>
                  {onAsk && <Table.Th>{t('screening.ask_anew')}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {no.map((question) => (
                  <Table.Tr key={question.id} id={question.id} tabIndex={-1}>
                    <Table.Td>
                      {names.question(question.id)}
                      {screening.answers[question.id]?.answer.note && <Text>{screening.answers[question.id]?.answer.note}</Text>}
                    </Table.Td>
                    <Table.Td>
                      {moment(screening.answers[question.id]?.at ?? screening.at)}
                      {stale.includes(question.id) && <Text fw={700}>{t('screening.stale')}</Text>}
                    </Table.Td>
                    {onAsk && (
                      <Table.Td>
                        <Button
                          variant="default"
                          onClick={() => onAsk(question.id)}
                          aria-label={t('screening.ask_anew_of', { question: names.question(question.id) })}
                        >
                          {t('screening.ask_anew')}
                        </Button>
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
    </>
  );
}
