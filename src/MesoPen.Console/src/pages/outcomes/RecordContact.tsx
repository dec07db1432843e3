import { Anchor, Button, Group, Modal, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { today } from '../records/times';
import { again, usePatientEvents } from './reading';

const findings = ['well', 'not-reached', 'adverse-event'] as const satisfies readonly Schemas['FollowUpFinding'][];

/** What a contact with a patient found. Who was not reached stays due. */
export function RecordContact({ contact, close }: { contact: Schemas['FollowUpContact']; close: () => void }) {
  const { t } = useTranslation('outcomes');
  const { t: common } = useTranslation();
  const [day, setDay] = useState(today());
  const [finding, setFinding] = useState<Schemas['FollowUpFinding'] | ''>('');
  const [event, setEvent] = useState('');
  const [note, setNote] = useState('');
  const events = usePatientEvents(contact.patient_id);
  const record = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/sessions/{id}/follow-ups', {
          params: { path: { id: contact.session_id } },
          body: {
            day,
            day_after: contact.day_after,
            finding: finding as Schemas['FollowUpFinding'],
            adverse_event_id: finding === 'adverse-event' ? event : null,
            note: note.trim() === '' ? null : note.trim(),
          },
        }),
      ),
    onSuccess: async () => {
      close();
      await again();
    },
  });
  const report = new URLSearchParams({ patient: contact.patient_id, session: contact.session_id });
  return (
    <Modal
      opened
      onClose={close}
      title={t('contacts.record_title', { patient: contact.patient_id })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          record.mutate();
        }}
      >
        <Stack>
          <TextInput
            type="date"
            label={t('day')}
            value={day}
            onChange={(change) => setDay(change.currentTarget.value)}
            required
          />
          <Radio.Group
            label={t('contacts.finding')}
            value={finding}
            onChange={(value) => setFinding(value as Schemas['FollowUpFinding'])}
            required
          >
            <Stack gap="xs" mt="xs">
              {findings.map((one) => (
                <Radio key={one} value={one} label={t(`finding_word.${one}`)} size="lg" py={6} required />
              ))}
            </Stack>
          </Radio.Group>
          {finding === 'adverse-event' && (
            <>
              <NativeSelect
                label={t('contacts.event')}
                value={event}
                onChange={(change) => setEvent(change.currentTarget.value)}
                data={[
                  { value: '', label: t('contacts.event_choose') },
                  ...(events.data ?? []).map(({ id, details }) => ({ value: id, label: `${id}: ${details.description}` })),
                ]}
                required
              />
              <Text>
                {t('contacts.event_first')}{' '}
                <Anchor component={Link} to={`/outcomes/events/new?${report}`}>
                  {t('events.new')}
                </Anchor>
              </Text>
            </>
          )}
          <Textarea label={t('note')} value={note} onChange={(change) => setNote(change.currentTarget.value)} />
          <ProblemAlert problem={record.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={record.isPending} disabled={finding === ''}>
              {t('contacts.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
