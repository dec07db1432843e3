import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { CartridgeChange } from './CartridgeChange';
import { CloseSession } from './CloseSession';
import { HeadChange } from './HeadChange';
import { Prime } from './Prime';
import { actionsOf } from './state';

type Step = 'prime' | 'needle' | 'cartridge' | 'close';

/** What can be done now besides arming, from the kernel's state: each with why not, if not. There is always a way on. */
export function Recovery({ watching }: { watching: boolean }) {
  const { t } = useTranslation('treat');
  const actions = useOf(actionsOf);
  const [step, setStep] = useState<Step | null>(null);
  const end = () => setStep(null);
  const why = (id: string) => actions.find((each) => each.id === id);
  const line = (key: Step, id: string) => {
    const told = why(id);
    return (
      <li key={key} data-action={key}>
        <Button variant="default" disabled={told?.allowed === false || watching} onClick={() => setStep(key)}>
          {t(`actions.${key}`)}
        </Button>
        <Text size="sm">{told?.allowed === false ? told.why : t(`actions.${key}_text`)}</Text>
      </li>
    );
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="actions-title">
      <Title order={2} size="h4" id="actions-title">
        {t('actions.title')}
      </Title>
      <ul className="actions">
        {line('prime', 'prime')}
        {line('needle', 'needle')}
        {line('cartridge', 'needle')}
        {line('close', 'close')}
        {(['arm', 'pause', 'release', 'settle'] as const).map((id) => {
          const told = why(id);
          return told ? (
            <li key={id} data-action={id}>
              <Text fw={600}>{t(`actions.${id}`)}</Text>
              <Text size="sm">{told.allowed ? t(`actions.${id}_text`) : told.why}</Text>
            </li>
          ) : null;
        })}
      </ul>
      <Group />
      {step === 'prime' && <Prime onEnd={end} />}
      {step === 'needle' && <HeadChange onEnd={end} />}
      {step === 'cartridge' && <CartridgeChange onEnd={end} />}
      {step === 'close' && <CloseSession onEnd={end} />}
    </Paper>
  );
}
