import { Button, Group, Modal, Stepper } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Step {
  name: string;
  content: ReactNode;
  /** Whether it is done, so that the next may follow; true if it needs nothing. */
  done?: boolean;
}

/** A guided change: what is needed, prepare, do, check. One step at a time, back at any time; leaving it changes nothing. */
export function Steps({ title, steps, onEnd }: { title: string; steps: readonly Step[]; onEnd: () => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const step = steps[at];
  const last = at === steps.length - 1;
  return (
    <Modal opened onClose={onEnd} title={title} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stepper active={at} size="sm" allowNextStepsSelect={false} onStepClick={setAt}>
        {steps.map((each) => (
          <Stepper.Step key={each.name} label={each.name} />
        ))}
      </Stepper>
      <div className="step">{step?.content}</div>
      <Group mt="lg">
        {at > 0 && (
          <Button variant="default" onClick={() => setAt(at - 1)}>
            {t('back')}
          </Button>
        )}
        <Button disabled={step?.done === false} onClick={() => (last ? onEnd() : setAt(at + 1))}>
          {last ? t('close') : t('next')}
        </Button>
      </Group>
    </Modal>
  );
}
