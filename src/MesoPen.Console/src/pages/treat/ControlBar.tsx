import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { useControl, useGiveUpControl, useTakeControl } from './control';

/** Who holds the control. One console works, the others watch; whoever takes over says why. */
export function ControlBar({ watching }: { watching: boolean }) {
  const { t } = useTranslation('treat');
  const { control, mine, elsewhere } = useControl();
  const may = useMay('clinician') && !watching;
  const [asking, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const take = useTakeControl();
  const giveUp = useGiveUpControl();
  const text = mine
    ? t('control.mine')
    : control === null
      ? t('control.free')
      : t('control.elsewhere', { who: control.name, since: moment(control.since) });
  return (
    <Group gap="xs" className="control" data-control={mine ? 'mine' : elsewhere ? 'elsewhere' : 'free'}>
      <Text fw={elsewhere ? 700 : 400}>{watching ? t('control.watching') : text}</Text>
      {watching && control !== null && <Text>{text}</Text>}
      {may && elsewhere && <Button onClick={open}>{t('control.take')}</Button>}
      {may && mine && (
        <Button variant="default" loading={giveUp.isPending} onClick={() => giveUp.mutate()}>
          {t('control.give_up')}
        </Button>
      )}
      <Modal
        opened={asking}
        onClose={close}
        title={t('control.take_title')}
        closeButtonProps={{ 'aria-label': t('control.not') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            take.mutate(reason.trim(), {
              onSuccess: () => {
                setReason('');
                close();
              },
            });
          }}
        >
          <Text>{t('control.take_text', { who: control?.name ?? '' })}</Text>
          <TextInput
            mt="sm"
            label={t('control.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          <ProblemAlert problem={take.error} />
          <Group mt="md">
            <Button type="submit" loading={take.isPending} disabled={reason.trim() === ''}>
              {t('control.take')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('control.not')}
            </Button>
          </Group>
        </form>
      </Modal>
    </Group>
  );
}
