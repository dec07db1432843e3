import { Button, Checkbox, List, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useCommand } from './command';
import { PrimeStep } from './Prime';
import { Steps } from './Steps';
import { useHeads } from './useShelf';

/** Another needle head: chosen, fitted, primed. */
export function HeadChange({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation('treat');
  const heads = useHeads();
  const [head, setHead] = useState<string | null>(null);
  const [off, setOff] = useState(false);
  const command = useCommand();
  return (
    <Steps
      title={t('head.title')}
      onEnd={onEnd}
      steps={[
        {
          name: t('step.need'),
          done: head !== null,
          content: (
            <>
              <List size="lg" mb="sm">
                <List.Item>{t('head.need1')}</List.Item>
                <List.Item>{t('head.need2')}</List.Item>
              </List>
              <Select
                label={t('head.which')}
                data={heads}
                value={head}
                onChange={setHead}
                searchable
                nothingFoundMessage={t('head.none')}
                comboboxProps={{ withinPortal: true }}
              />
            </>
          ),
        },
        {
          name: t('step.prepare'),
          done: off,
          content: (
            <Checkbox size="lg" label={t('head.off')} checked={off} onChange={(event) => setOff(event.currentTarget.checked)} />
          ),
        },
        {
          name: t('step.do'),
          done: command.isSuccess,
          content: (
            <>
              <Text size="lg" mb="sm">
                {t('head.fit', { head: head ?? '' })}
              </Text>
              <Button
                size="lg"
                loading={command.isPending}
                disabled={command.isSuccess}
                onClick={() => head !== null && command.mutate({ id: 'needle', head })}
              >
                {t('head.do')}
              </Button>
              <Text role="status" mt="sm">
                {command.isSuccess ? t('head.done') : ''}
              </Text>
              <ProblemAlert problem={command.error} />
            </>
          ),
        },
        { name: t('step.check'), content: <PrimeStep /> },
      ]}
    />
  );
}
