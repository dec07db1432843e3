import { Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { ToldText } from '../../parts/told';
import { useReason } from '../../parts/useReason';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useCommand } from './command';
import { Steps } from './Steps';
import { action, whyOf } from './state';

/** Fills the line, off the skin. */
export function Prime({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation('treat');
  const primed = useOf((view) => view?.primed ?? false);
  return (
    <Steps
      title={t('prime.title')}
      onEnd={onEnd}
      steps={[
        {
          name: t('step.need'),
          content: (
            <List size="lg">
              <List.Item>{t('prime.need1')}</List.Item>
              <List.Item>{t('prime.need2')}</List.Item>
            </List>
          ),
        },
        { name: t('step.do'), content: <PrimeStep /> },
        { name: t('step.check'), content: <Text size="lg">{t(primed ? 'prime.check' : 'prime.check_not')}</Text> },
      ]}
    />
  );
}

/** The step that primes, in any guided change. */
export function PrimeStep() {
  const { t } = useTranslation('treat');
  const state = useOf((view) => view?.state);
  const primed = useOf((view) => view?.primed ?? false);
  const reason = useReason();
  const command = useCommand();
  const running = state === 'Priming';
  // After a fault the new cartridge comes first, then the release, then the prime: the host says why not yet.
  const told = useOf((view) => action(view, 'prime'));
  const not = told?.allowed === false && !running && !command.isPending ? reason(whyOf(told, state)) : null;
  return (
    <>
      <Text size="lg" fw={700} className="off-skin">
        {t('prime.off_skin')}
      </Text>
      <Text mb="sm">{t('prime.text')}</Text>
      <Button
        size="lg"
        loading={command.isPending || running}
        disabled={not !== null}
        onClick={() => command.mutate({ id: 'prime' })}
      >
        {t('prime.do')}
      </Button>
      <Text role="status" mt="sm">
        {not && <ToldText told={not} />}
        {running ? t('prime.running') : command.isSuccess && primed ? t('prime.done') : ''}
      </Text>
      <ProblemAlert problem={command.error} />
    </>
  );
}
