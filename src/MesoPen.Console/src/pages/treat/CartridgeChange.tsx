import { Checkbox, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { PrimeStep } from './Prime';
import { Steps } from './Steps';

/** Another cartridge of the same product: the device sees that it was changed, and wants the line primed before it is armed. */
export function CartridgeChange({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation('treat');
  const product = useOf((view) => view?.product ?? null);
  const [same, setSame] = useState(false);
  const [off, setOff] = useState(false);
  const [seated, setSeated] = useState(false);
  return (
    <Steps
      title={t('cartridge.title')}
      onEnd={onEnd}
      steps={[
        {
          name: t('step.need'),
          done: same,
          content: (
            <Stack>
              <List size="lg">
                <List.Item>
                  {product ? t('cartridge.need_named', { product: product.name, lot: product.lot }) : t('cartridge.need')}
                </List.Item>
                <List.Item>{t('prime.need2')}</List.Item>
              </List>
              <Checkbox
                size="lg"
                label={t('cartridge.same')}
                checked={same}
                onChange={(event) => setSame(event.currentTarget.checked)}
              />
            </Stack>
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
          done: seated,
          content: (
            <Stack>
              <Text size="lg">{t('cartridge.do')}</Text>
              <Checkbox
                size="lg"
                label={t('cartridge.seated')}
                checked={seated}
                onChange={(event) => setSeated(event.currentTarget.checked)}
              />
            </Stack>
          ),
        },
        { name: t('step.check'), content: <PrimeStep /> },
      ]}
    />
  );
}
