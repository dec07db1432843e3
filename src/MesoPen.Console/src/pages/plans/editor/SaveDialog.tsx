import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import type { Difference } from '../draft/differences';
import { DifferenceTable } from './DifferenceTable';

interface Props {
  opened: boolean;
  /** The version that the draft is upon. */
  version: number;
  differences: readonly Difference[];
  /** What saving means beyond the new version. */
  warning?: ReactNode;
  problem: unknown;
  pending: boolean;
  onSave: (reason: string) => void;
  onClose: () => void;
}

/** The old version beside the new one, and why: nothing becomes a version that nobody looked at. */
export function SaveDialog({ opened, version, differences, warning, problem, pending, onSave, onClose }: Props) {
  const { t } = useTranslation('plans');
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('save_title', { version: version + 1 })}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }), size: 44 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(reason.trim());
        }}
      >
        <Stack>
          <DifferenceTable
            differences={differences}
            was={t('version', { version })}
            is={t('version', { version: version + 1 })}
          />
          {warning}
          <TextInput
            label={t('reason', { ns: 'common' })}
            description={t('reason_help', { ns: 'common' })}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          <ProblemAlert problem={problem} />
          {differences.length === 0 && <Text>{t('nothing_to_save')}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel', { ns: 'common' })}
            </Button>
            <Button type="submit" loading={pending} disabled={differences.length === 0}>
              {t('save_version', { version: version + 1 })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
