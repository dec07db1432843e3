import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, versioned } from '../../../api/client';
import { day } from '../../../quantity/quantity';
import { type Outcome, read, useChange } from '../file/file';
import { useNames } from '../file/useNames';
import { Loaded } from '../form/Loaded';
import { ReasonDialog } from '../form/ReasonDialog';
import { useBase } from '../form/useBase';
import { measured } from './measured';
import { OutcomeForm } from './OutcomeForm';
import { SessionLink } from './SessionLink';

const partSize = 20;

/** Every entry, newest first, withdrawn ones too: a slip is put right, with the reason. */
export function OutcomeEntries({ patient, may }: { patient: string; may: boolean }) {
  const { t } = useTranslation('patients');
  const entries = useQuery(read.outcomes(patient));
  const [shown, setShown] = useState(partSize);
  return (
    <Stack component="section" aria-labelledby="entries">
      <Title order={2} id="entries">
        {t('outcome.entries')}
      </Title>
      <Loaded query={entries}>
        {(all) => (
          <>
            {all.length === 0 && <Text>{t('outcome.none')}</Text>}
            {all
              .toReversed()
              .slice(0, shown)
              .map((each) => (
                <Entry key={each.id} entry={each} may={may} />
              ))}
            {all.length > shown && (
              <Button variant="default" onClick={() => setShown(shown + partSize)}>
                {t('more', { ns: 'common' })}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Entry({ entry, may }: { entry: Outcome; may: boolean }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [doing, setDoing] = useState<'correct' | 'withdraw' | null>(null);
  const path = { id: entry.id };
  const { changes, onError, etag } = useBase({ value: entry, etag: `"${entry.version}"` }, () =>
    versioned(api.GET('/api/v1/outcomes/{id}', { params: { path } })),
  );
  const withdraw = useChange(
    (reason: string) => body(api.POST('/api/v1/outcomes/{id}/withdrawal', { params: { path, header: etag }, body: { reason } })),
    () => setDoing(null),
  );
  const { details } = entry;
  if (doing === 'correct') return <OutcomeForm patient={entry.patient_id} corrects={entry} onDone={() => setDoing(null)} />;
  return (
    <Paper withBorder p="sm" component="article" aria-label={`${entry.id} ${names.zone(details.zone)}`}>
      <Group justify="space-between">
        <Group gap="md">
          <Text>{day(details.day)}</Text>
          <Text>{details.score_name ?? t(`measure.${details.measure}`)}</Text>
          <Text>{names.zone(details.zone)}</Text>
          <Text fw={700}>{measured(details.value, details.unit)}</Text>
          {details.note && <Text>{details.note}</Text>}
          <SessionLink session={details.session_id} />
          {entry.withdrawn && (
            <Badge variant="default" size="lg" tt="none">
              {t('withdrawn')}
            </Badge>
          )}
        </Group>
        {may && !entry.withdrawn && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setDoing('correct')}>
              {t('correct.save')}
            </Button>
            <Button variant="default" onClick={() => setDoing('withdraw')}>
              {t('withdraw')}
            </Button>
          </Group>
        )}
      </Group>
      <ReasonDialog
        opened={doing === 'withdraw'}
        title={t('outcome.withdraw_title')}
        text={t('outcome.withdraw_text')}
        confirm={t('withdraw')}
        problem={withdraw.error}
        pending={withdraw.isPending}
        changes={changes}
        onConfirm={(reason) => withdraw.mutate(reason, { onError })}
        onClose={() => setDoing(null)}
      />
    </Paper>
  );
}
