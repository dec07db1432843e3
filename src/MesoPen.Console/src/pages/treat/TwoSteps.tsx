import { Button, Group, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

// Two presses in a row by one twitch are no two steps; and what was prepared does not lie ready for long.
const notBeforeMs = 1_000;
const notAfterMs = 10_000;

/** For who works with a switch, or cannot hold: prepare, then do, a second apart at least. */
export function TwoSteps({ label, onDone, disabled }: { label: string; onDone: () => void; disabled: boolean }) {
  const { t } = useTranslation('treat');
  const [step, setStep] = useState<'none' | 'prepared' | 'ready'>('none');
  useEffect(() => {
    if (step === 'none') return;
    const timer = setTimeout(
      () => setStep(step === 'prepared' ? 'ready' : 'none'),
      step === 'prepared' ? notBeforeMs : notAfterMs,
    );
    return () => clearTimeout(timer);
  }, [step]);
  useEffect(() => {
    if (disabled) setStep('none');
  }, [disabled]);
  // The button that began it is gone: the focus goes on to the one that ends it.
  const focus = useCallback((button: HTMLButtonElement | null) => button?.focus(), []);
  if (step === 'none')
    return (
      <Button variant="subtle" disabled={disabled} onClick={() => setStep('prepared')}>
        {t('hold.steps')}
      </Button>
    );
  return (
    <Group gap="xs">
      <Text size="sm" role="status">
        {step === 'prepared' ? t('hold.wait') : t('hold.second')}
      </Text>
      <Button
        ref={focus}
        aria-disabled={step !== 'ready'}
        variant={step === 'ready' ? 'filled' : 'default'}
        onClick={() => {
          if (step !== 'ready') return;
          setStep('none');
          onDone();
        }}
      >
        {t('hold.confirm', { what: label })}
      </Button>
      <Button variant="default" onClick={() => setStep('none')}>
        {t('hold.cancel')}
      </Button>
    </Group>
  );
}
