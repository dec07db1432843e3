import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { moment } from '../../../quantity/quantity';
import { useMay } from '../../../shell/who';
import { toAskToday } from '../file/blocks';
import { type QuestionList, read, type ScreeningRecord } from '../file/file';
import { usePatientId } from '../file/usePatientId';
import { Loaded } from '../form/Loaded';
import type { Versioned } from '../form/useBase';
import { Answers } from './Answers';
import { Clearances } from './Clearances';
import { ScreeningForm } from './ScreeningForm';

/** The screening: what was answered, what is to be asked, cautions and clearances. */
export function ScreeningPage() {
  const { t } = useTranslation('patients');
  const id = usePatientId();
  const questions = useQuery(read.questions());
  const screenings = useQuery(read.screenings(id));
  return (
    <Stack>
      <Title order={1}>{t('page.screening')}</Title>
      <Loaded query={questions}>
        {(list) => (
          <>
            <Loaded query={screenings}>
              {(all) => {
                const last = all.at(-1);
                return last === undefined ? (
                  <First patient={id} list={list} />
                ) : (
                  <Kept patient={id} list={list} screening={last.id} />
                );
              }}
            </Loaded>
            <Clearances patient={id} list={list} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** No screening yet: it is taken here. */
function First({ patient, list }: { patient: string; list: QuestionList }) {
  const { t } = useTranslation('patients');
  if (!useMay('clinician')) return <Text>{t('screening.none')}</Text>;
  return (
    <ScreeningForm
      patient={patient}
      list={list}
      asked={list.questions.map((each) => each.id)}
      opened={null}
      onDone={() => undefined}
      onCancel={null}
    />
  );
}

function Kept({ patient, list, screening }: { patient: string; list: QuestionList; screening: string }) {
  const opened = useQuery(read.screening(patient, screening));
  return <Loaded query={opened}>{(value) => <Screening patient={patient} list={list} opened={value} />}</Loaded>;
}

function Screening({ patient, list, opened }: { patient: string; list: QuestionList; opened: Versioned<ScreeningRecord> }) {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const { hash } = useLocation();
  const [asking, setAsking] = useState<{ ids: readonly string[]; anew: boolean } | null>(null);
  const screening = opened.value;
  const older = screening.catalogue_version !== list.catalogue_version;
  const { open } = toAskToday(list, screening, new Date());
  const eachDay = list.questions.filter((each) => each.each_day).map((each) => each.id);
  useEffect(() => {
    const named = asking === null && hash !== '' ? document.getElementById(hash.slice(1)) : null;
    named?.scrollIntoView({ block: 'center' });
    named?.focus({ preventScroll: true });
  }, [hash, asking]);
  if (asking !== null) {
    return (
      <ScreeningForm
        patient={patient}
        list={list}
        asked={asking.ids}
        opened={asking.anew ? null : opened}
        onDone={() => setAsking(null)}
        onCancel={() => setAsking(null)}
      />
    );
  }
  return (
    <Stack>
      <Text>{t('screening.taken', { at: moment(screening.at), by: screening.by })}</Text>
      {older && <Text fw={700}>{t('block.screening-outdated')}</Text>}
      {may && (
        <Group>
          {!older && (
            <Button onClick={() => setAsking({ ids: [...eachDay, ...open], anew: false })}>{t('screening.today')}</Button>
          )}
          <Button
            variant={older ? 'filled' : 'default'}
            onClick={() => setAsking({ ids: list.questions.map((each) => each.id), anew: true })}
          >
            {t('screening.all_anew')}
          </Button>
        </Group>
      )}
      <Answers
        patient={patient}
        list={list}
        opened={opened}
        {...(may && !older ? { onAsk: (id: string) => setAsking({ ids: [id], anew: false }) } : {})}
      />
    </Stack>
  );
}
