import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import type { Difference } from './differences';
import { Moved } from './Moved';

interface Props {
  opened: boolean;
  title: string;
  /** What it does, and that it cannot be undone. */
  text: string;
  confirm: string;
  problem: unknown;
  pending: boolean;
  changes?: readonly Difference[] | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks why, before something that stays in the record. What was typed stays when it is refused. */
export function ReasonDialog({ opened, title, text, confirm, problem, pending, changes, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(reason.trim());
        }}
      >
        <Stack>
          <Text>{text}</Text>
          <TextInput
            label={t('reason')}
            description={t('reason_help')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            data-autofocus
            required
          />
          <Moved changes={changes ?? null} />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red" loading={pending}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
