import { Button, FileInput, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { today } from '../records/times';
import { useZones } from './EventFields';
import { again, usePatientSessions } from './reading';

/** SHA-256 of a file as lower-case hexadecimal digits. */
async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Enters where a photograph is kept. The picture stays where it is: only its hash is taken. */
export function NewPhoto({ patient, close }: { patient: string; close: () => void }) {
  const { t } = useTranslation('outcomes');
  const { t: common } = useTranslation();
  const [draft, setDraft] = useState({ day: today(), zone: '', reference: '', sha256: '', session: '' });
  const change = (to: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...to }));
  const zones = useZones(draft.zone);
  const sessions = usePatientSessions(patient);
  const enter = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/patients/{id}/photos', {
          params: { path: { id: patient } },
          body: {
            day: draft.day,
            zone: draft.zone,
            reference: draft.reference.trim(),
            sha256: draft.sha256.trim().toLowerCase(),
            session_id: draft.session === '' ? null : draft.session,
          },
        }),
      ),
    onSuccess: async () => {
      close();
      await again();
    },
  });
  return (
    <Modal opened onClose={close} title={t('photos.new')} closeButtonProps={{ 'aria-label': common('close') }}>
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
          <TextInput
            label={t('photos.reference')}
            description={t('photos.reference_help')}
            value={draft.reference}
            onChange={(event) => change({ reference: event.currentTarget.value })}
            required
          />
          <FileInput
            label={t('photos.file')}
            description={t('photos.file_help')}
            onChange={async (file) => {
              if (file !== null) change({ sha256: await hashOf(file) });
            }}
          />
          <TextInput
            label={t('photos.hash')}
            pattern="[0-9a-fA-F]{64}"
            value={draft.sha256}
            onChange={(event) => change({ sha256: event.currentTarget.value })}
            required
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
          <ProblemAlert problem={enter.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={enter.isPending}>
              {t('photos.enter')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
