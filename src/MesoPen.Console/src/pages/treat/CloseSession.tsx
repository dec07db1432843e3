import { Button, Group, List, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { count, volume } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useCommand } from './command';

/** Ends the session, with what the patient was told. */
export function CloseSession({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation('treat');
  const left = useOf((view) => (view?.zones ?? []).reduce((sum, zone) => sum + zone.remaining, 0));
  const given = useOf((view) => view?.delivered_nl ?? 0);
  const unknown = useOf((view) => view?.unknown_nl ?? 0);
  const [aftercare, setAftercare] = useState('');
  const command = useCommand();
  return (
    <Modal opened onClose={onEnd} title={t('end.title')} size="lg" closeButtonProps={{ 'aria-label': t('end.not') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          command.mutate({ id: 'close', aftercare: aftercare.trim() === '' ? null : aftercare.trim() });
        }}
      >
        <List size="lg" mb="sm">
          <List.Item>{t('end.given', { given: volume(given) })}</List.Item>
          {unknown > 0 && <List.Item>{t('dose.unknown', { unknown: volume(unknown) })}</List.Item>}
          {left > 0 && <List.Item>{t('end.left', { count: left, left: count(left) })}</List.Item>}
          <List.Item>{t(given + unknown > 0 ? 'end.counts' : 'end.counts_not')}</List.Item>
          <List.Item>{t('end.final')}</List.Item>
        </List>
        <Textarea
          label={t('end.aftercare')}
          description={t('end.aftercare_help')}
          value={aftercare}
          onChange={(event) => setAftercare(event.currentTarget.value)}
          minRows={3}
          maxLength={2000}
          data-autofocus
        />
        <ProblemAlert problem={command.error} />
        <Group mt="md">
          <Button type="submit" size="lg" loading={command.isPending}>
            {t('end.do')}
          </Button>
          <Button variant="default" onClick={onEnd}>
            {t('end.not')}
          </Button>
        </Group>
        <Text size="sm" mt="sm" role="status">
          {command.isSuccess ? t('end.done') : ''}
        </Text>
      </form>
    </Modal>
  );
}
