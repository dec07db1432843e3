import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, versioned } from '../../../api/client';
import { moment } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useMay } from '../../../shell/who';
import { type ScreeningRecord, useChange } from '../file/file';
import { useNames } from '../file/useNames';
import { Moved } from '../form/Moved';
import { UnsavedGuard } from '../form/UnsavedGuard';
import { useBase, type Versioned } from '../form/useBase';

interface Props {
  patient: string;
  question: string;
  opened: Versioned<ScreeningRecord>;
  weighed: boolean;
}

/** A caution: weighed, with the reason, or to be weighed. */
export function Caution({ patient, question, opened, weighed }: Props) {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const kept = opened.value.acknowledgements[question];
  if (weighed && kept) {
    return <Text fw={700}>{t('caution.weighed', { reason: kept.reason, by: kept.by, at: moment(kept.at) })}</Text>;
  }
  return may ? <Weigh patient={patient} question={question} opened={opened} /> : <Text fw={700}>{t('caution.open')}</Text>;
}

function Weigh({ patient, question, opened }: Omit<Props, 'weighed'>) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [reason, setReason] = useState('');
  const path = { id: patient, screening: opened.value.id };
  const { changes, onError, etag } = useBase(opened, () =>
    versioned(api.GET('/api/v1/patients/{id}/screenings/{screening}', { params: { path } })),
  );
  const weigh = useChange(() =>
    body(
      api.POST('/api/v1/patients/{id}/screenings/{screening}/acknowledgements', {
        params: { path, header: etag },
        body: { question, reason: reason.trim() },
      }),
    ),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        weigh.mutate(undefined, { onError });
      }}
    >
      <UnsavedGuard dirty={reason !== '' && !weigh.isSuccess} />
      <Stack gap="xs">
        <TextInput
          label={t('caution.label', { question: names.question(question) })}
          description={t('caution.help')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          required
        />
        <Moved changes={changes} />
        <ProblemAlert problem={weigh.error} />
        <Group>
          <Button type="submit" loading={weigh.isPending}>
            {t('caution.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
