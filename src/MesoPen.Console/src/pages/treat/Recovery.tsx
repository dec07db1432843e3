import { Button, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { ToldText } from '../../parts/told';
import { useReason } from '../../parts/useReason';
import { CartridgeChange } from './CartridgeChange';
import { CloseSession } from './CloseSession';
import { HeadChange } from './HeadChange';
import { Prime } from './Prime';
import { type ActionId, whyOf } from './state';

type Guided = 'prime' | 'needle' | 'cartridge' | 'close';

/** What each guided change needs to be allowed; a cartridge is changed while nothing is armed, and primed after. */
const needs: Record<Guided, ActionId> = { prime: 'prime', needle: 'needle', cartridge: 'needle', close: 'close' };
const above = ['arm', 'pause', 'release', 'settle'] as const;

/** What can be done now, computed by the host from the kernel's state: each with its reason if it cannot. There is always a way on. */
export function Recovery({ watching }: { watching: boolean }) {
  const { t } = useTranslation('treat');
  const actions = useOf((view) => view?.actions ?? null);
  const waitFor = useOf((view) => view?.wait_for ?? null);
  const waitCode = useOf((view) => view?.wait_for_code ?? null);
  const state = useOf((view) => view?.state);
  const reason = useReason();
  const [open, setOpen] = useState<Guided | null>(null);
  const end = () => setOpen(null);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="actions-title">
      <Title order={2} size="h4" id="actions-title">
        {t('actions.title')}
      </Title>
      {waitFor && (
        <Text fw={600} data-testid="wait-for">
          <ToldText told={reason({ code: waitCode, sentence: waitFor })} />
        </Text>
      )}
      <ul className="actions">
        {(Object.keys(needs) as Guided[]).map((guided) => {
          const told = actions?.find((each) => each.id === needs[guided]);
          return (
            <li key={guided} data-action={guided} data-allowed={told?.allowed ?? false}>
              <Button
                variant="default"
                className="action"
                disabled={told?.allowed !== true || watching}
                onClick={() => setOpen(guided)}
              >
                {t(`actions.${guided}`)}
              </Button>
              <Text size="sm">{told?.why ? <ToldText told={reason(whyOf(told, state))} /> : t(`actions.${guided}_text`)}</Text>
            </li>
          );
        })}
        {above.map((id) => {
          const told = actions?.find((each) => each.id === id);
          return (
            <li key={id} data-action={id} data-allowed={told?.allowed ?? false}>
              <Text fw={600}>{t(`actions.${id}`)}</Text>
              <Text size="sm">{told?.why ? <ToldText told={reason(whyOf(told, state))} /> : t(`actions.${id}_text`)}</Text>
            </li>
          );
        })}
      </ul>
      {open === 'prime' && <Prime onEnd={end} />}
      {open === 'needle' && <HeadChange onEnd={end} />}
      {open === 'cartridge' && <CartridgeChange onEnd={end} />}
      {open === 'close' && <CloseSession onEnd={end} />}
    </Paper>
  );
}
