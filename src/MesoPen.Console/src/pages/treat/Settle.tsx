import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { ToldText } from '../../parts/told';
import { useReason } from '../../parts/useReason';
import { count, volume } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { useCommand } from './command';
import { action, allows, whyOf } from './state';

/** Shots of which nobody knows: said as such, and the two ways to settle them. */
export function Settle({ watching }: { watching: boolean }) {
  const { t } = useTranslation('treat');
  const shots = useOf((view) => view?.unknown_shots ?? 0);
  const nl = useOf((view) => view?.unknown_nl ?? 0);
  const settle = useOf((view) => action(view, 'settle'));
  const state = useOf((view) => view?.state);
  const why = useReason();
  const may = useMay('clinician') && !watching;
  const [asking, { open: ask, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const command = useCommand();
  const open = useOf((view) => allows(view, 'settle'));
  if (shots === 0 && !open) return null;
  return (
    <section className="unknown" data-testid="unknown" aria-label={t('settle.title')}>
      <Text fw={700}>
        {shots === 0 ? t('settle.open') : t('settle.what', { count: shots, shots: count(shots), volume: volume(nl) })}
      </Text>
      <Text>{t('settle.ways')}</Text>
      {may && (
        <Group mt="xs">
          <Button variant="default" disabled={settle?.allowed === false} onClick={ask}>
            {t('settle.take')}
          </Button>
          {settle?.allowed === false && (
            <Text>
              <ToldText told={why(whyOf(settle, state))} />
            </Text>
          )}
        </Group>
      )}
      <Modal opened={asking} onClose={close} title={t('settle.title')} closeButtonProps={{ 'aria-label': t('settle.not') }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            command.mutate({ id: 'settle', reason: reason.trim() }, { onSuccess: close });
          }}
        >
          <Text>
            {shots === 0
              ? t('settle.consequence_open')
              : t('settle.consequence', { count: shots, shots: count(shots), volume: volume(nl) })}
          </Text>
          <TextInput
            mt="sm"
            label={t('settle.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          <ProblemAlert problem={command.error} />
          <Group mt="md">
            <Button type="submit" loading={command.isPending} disabled={reason.trim() === ''}>
              {t('settle.take')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('settle.not')}
            </Button>
          </Group>
        </form>
      </Modal>
    </section>
  );
}
