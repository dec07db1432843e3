import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { again } from './reading';

/** A button that asks for the reason before something is withdrawn. */
export function Withdraw({ what, withdraw }: { what: string; withdraw: (reason: string) => Promise<unknown> }) {
  const { t } = useTranslation('outcomes');
  const { t: common } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const close = () => {
    setOpened(false);
    setReason('');
    change.reset();
  };
  const change = useMutation({
    mutationFn: () => withdraw(reason.trim()),
    onSuccess: async () => {
      close();
      await again();
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)} aria-label={`${t('withdraw')}: ${what}`}>
        {t('withdraw')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={`${t('withdraw')}: ${what}`}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate();
          }}
        >
          <Stack>
            <Text>{t('withdraw_what')}</Text>
            <TextInput
              label={common('reason')}
              description={common('reason_help')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
              required
            />
            <ProblemAlert problem={change.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {common('cancel')}
              </Button>
              <Button type="submit" loading={change.isPending}>
                {t('withdraw')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
