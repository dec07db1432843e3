import { Button, Group, Loader, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas, versioned } from '../../api/client';
import { moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { today } from '../records/times';
import { useZones } from './EventFields';
import { again, usePatientSessions } from './reading';
import { type OutcomeUnit, unitWords } from './series';

const measures = ['hydration', 'elasticity', 'pigmentation', 'score'] as const satisfies readonly Schemas['Measure'][];

interface Props {
  patient: string;
  /** The one to correct; null for a new one. */
  outcome: string | null;
  close: () => void;
}

/** Enters a measured value, or puts one right. */
export function OutcomeForm({ patient, outcome, close }: Props) {
  const { t } = useTranslation('outcomes');
  const { t: common } = useTranslation();
  const known = useQuery({
    enabled: outcome !== null,
    queryKey: ['outcomes', 'outcome', outcome],
    queryFn: () => versioned(api.GET('/api/v1/outcomes/{id}', { params: { path: { id: outcome ?? '' } } })),
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t(outcome === null ? 'measured.new' : 'correct')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <ProblemAlert problem={known.error} />
      {outcome === null || known.data ? (
        <Fields patient={patient} known={known.data} close={close} />
      ) : (
        known.isPending && <Loader />
      )}
    </Modal>
  );
}

function Fields({
  patient,
  known,
  close,
}: {
  patient: string;
  known: { value: Schemas['Outcome']; etag: string } | undefined;
  close: () => void;
}) {
  const { t } = useTranslation('outcomes');
  const { t: common } = useTranslation();
  const old = known?.value.details;
  const [draft, setDraft] = useState({
    day: old?.day ?? today(),
    zone: old?.zone ?? '',
    measure: (old?.measure ?? 'hydration') as Schemas['Measure'],
    value: old?.value ?? '',
    unit: old?.unit ?? "[arb'U]",
    instrument: old?.instrument ?? '',
    score: old?.score_name ?? '',
    session: old?.session_id ?? '',
    note: old?.note ?? '',
    reason: '',
  });
  const change = (to: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...to }));
  const zones = useZones(draft.zone);
  const sessions = usePatientSessions(patient);
  const score = draft.measure === 'score';
  const enter = useMutation({
    mutationFn: () => {
      const text = (said: string) => (said.trim() === '' ? null : said.trim());
      const details: Schemas['OutcomeDetails'] = {
        day: draft.day,
        zone: draft.zone,
        measure: draft.measure,
        value: draft.value.trim().replace(',', '.'),
        unit: draft.unit,
        instrument: text(draft.instrument),
        score_name: score ? text(draft.score) : null,
        session_id: text(draft.session),
        note: text(draft.note),
      };
      return known
        ? body(
            api.PUT('/api/v1/outcomes/{id}', {
              params: { path: { id: known.value.id }, header: { 'If-Match': known.etag } },
              body: { details, reason: draft.reason.trim() },
            }),
          )
        : body(api.POST('/api/v1/patients/{id}/outcomes', { params: { path: { id: patient } }, body: details }));
    },
    onSuccess: async () => {
      close();
      await again();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <Stack>
        <TextInput
          type="date"
          label={t('day')}
          value={draft.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
          required
        />
        <NativeSelect
          label={t('zone')}
          value={draft.zone}
          onChange={(event) => change({ zone: event.currentTarget.value })}
          data={[{ value: '', label: common('required') }, ...zones]}
          required
        />
        <NativeSelect
          label={t('measured.measure')}
          value={draft.measure}
          onChange={(event) => change({ measure: event.currentTarget.value as Schemas['Measure'] })}
          data={measures.map((value) => ({ value, label: t(`measure_word.${value}`) }))}
        />
        {score && (
          <TextInput
            label={t('measured.score_name')}
            value={draft.score}
            onChange={(event) => change({ score: event.currentTarget.value })}
            required
          />
        )}
        <TextInput
          label={t('measured.value')}
          description={t('measured.value_help')}
          inputMode="decimal"
          value={draft.value}
          onChange={(event) => change({ value: event.currentTarget.value })}
          required
        />
        <NativeSelect
          label={t('measured.unit')}
          value={draft.unit}
          onChange={(event) => change({ unit: event.currentTarget.value })}
          data={(Object.keys(unitWords) as OutcomeUnit[]).map((value) => ({ value, label: t(`unit_word.${unitWords[value]}`) }))}
        />
        <TextInput
          label={t('measured.instrument')}
          value={draft.instrument}
          onChange={(event) => change({ instrument: event.currentTarget.value })}
          required={!score}
        />
        <NativeSelect
          label={t('session')}
          value={draft.session}
          onChange={(event) => change({ session: event.currentTarget.value })}
          data={[
            { value: '', label: t('no_session') },
            ...(sessions.data ?? []).map(({ intent, opened_at }) => ({ value: intent.session_id, label: moment(opened_at) })),
          ]}
        />
        <Textarea label={t('note')} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
        {known && (
          <TextInput
            label={t('correct_reason')}
            description={common('reason_help')}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
            required
          />
        )}
        <ProblemAlert problem={enter.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={enter.isPending}>
            {t(known ? 'correct' : 'measured.enter')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
