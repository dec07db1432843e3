import { Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sheets } from '../../map/shapes';
import { moment } from '../../quantity/quantity';
import { useZoneName } from '../records/zoneName';
import { type Draft, resolvedOutcomes } from './draft';
import { usePatientSessions } from './reading';

const severities = ['mild', 'moderate', 'severe'] as const;
const relations = ['certain', 'probable', 'possible', 'unlikely', 'conditional', 'unassessable'] as const;
const outcomes = ['ongoing', 'recovering', 'resolved', 'resolved-with-sequelae', 'fatal', 'unknown'] as const;

/** Zones of the skin, for a choice: those of the drawings, and one that was said but is not drawn. */
export function useZones(said: string): { value: string; label: string }[] {
  const name = useZoneName();
  const drawn = [...sheets.face.zones, ...sheets.body.zones].map(({ id }) => id);
  const all = [...new Set([...drawn, ...(said === '' ? [] : [said])])];
  return all.map((value) => ({ value, label: name(value) }));
}

/** The fields of an adverse event. */
export function EventFields({ patient, draft, change }: { patient: string; draft: Draft; change: (to: Partial<Draft>) => void }) {
  const { t } = useTranslation('outcomes');
  const sessions = usePatientSessions(patient);
  const zones = useZones(draft.zone);
  const choose = t('required', { ns: 'common' });
  return (
    <Stack maw={640}>
      <Textarea
        label={t('events.description')}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        required
      />
      <TextInput
        type="date"
        label={t('events.onset')}
        value={draft.onset}
        onChange={(event) => change({ onset: event.currentTarget.value })}
        required
      />
      <Checkbox
        size="lg"
        label={t('events.serious')}
        description={t('events.serious_help')}
        checked={draft.serious}
        onChange={(event) => change({ serious: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('events.severity')}
        value={draft.severity}
        onChange={(event) => change({ severity: event.currentTarget.value })}
        data={[{ value: '', label: choose }, ...severities.map((value) => ({ value, label: t(`severity_word.${value}`) }))]}
        required
      />
      <NativeSelect
        label={t('events.relation')}
        value={draft.relation}
        onChange={(event) => change({ relation: event.currentTarget.value })}
        data={[{ value: '', label: choose }, ...relations.map((value) => ({ value, label: t(`relation_word.${value}`) }))]}
        required
      />
      <NativeSelect
        label={t('events.outcome')}
        value={draft.outcome}
        onChange={(event) => change({ outcome: event.currentTarget.value })}
        data={[{ value: '', label: choose }, ...outcomes.map((value) => ({ value, label: t(`event_outcome.${value}`) }))]}
        required
      />
      {resolvedOutcomes.includes(draft.outcome) && (
        <TextInput
          type="date"
          label={t('events.resolved_day')}
          value={draft.resolved}
          onChange={(event) => change({ resolved: event.currentTarget.value })}
          required
        />
      )}
      <NativeSelect
        label={t('session')}
        description={t('events.suspects_help')}
        value={draft.session}
        onChange={(event) => change({ session: event.currentTarget.value, first: '', last: '' })}
        data={[
          { value: '', label: t('no_session') },
          ...(sessions.data ?? []).map((session) => ({
            value: session.intent.session_id,
            label: moment(session.opened_at),
          })),
        ]}
      />
      <NativeSelect
        label={t('zone')}
        value={draft.zone}
        onChange={(event) => change({ zone: event.currentTarget.value })}
        data={[{ value: '', label: t('no_zone') }, ...zones]}
      />
      {draft.session !== '' && (
        <Group grow align="start">
          <TextInput
            label={t('events.first_shot')}
            description={t('events.shots_help')}
            inputMode="numeric"
            pattern="\d{1,10}"
            value={draft.first}
            onChange={(event) => change({ first: event.currentTarget.value })}
            required={draft.last !== ''}
          />
          <TextInput
            label={t('events.last_shot')}
            description={t('events.shots_help')}
            inputMode="numeric"
            pattern="\d{1,10}"
            value={draft.last}
            onChange={(event) => change({ last: event.currentTarget.value })}
            required={draft.first !== ''}
          />
        </Group>
      )}
    </Stack>
  );
}
