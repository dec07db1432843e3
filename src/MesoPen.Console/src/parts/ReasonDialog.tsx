import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shell/ProblemAlert';
import { Dialog } from './Dialog';

interface ReasonDialogProps {
  title: string;
  /** What follows from it, before it is done. */
  consequence: string;
  /** The button, in the words of what it does. */
  act: string;
  onAct: (reason: string) => Promise<unknown>;
  onClose: () => void;
  /** Reasons that come up often: one touch with a glove in place of typing. */
  usual?: readonly string[];
  /** For what is done without a reason. */
  withoutReason?: boolean;
}

/** Asks for a reason before something is barred or thrown away, and says what follows from it. */
export function ReasonDialog({ title, consequence, act, onAct, onClose, usual = [], withoutReason = false }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const doing = useMutation({ mutationFn: () => onAct(reason.trim()), onSuccess: onClose });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          doing.mutate();
        }}
      >
        <Stack>
          <Text>{consequence}</Text>
          {!withoutReason && (
            <>
              {usual.length > 0 && (
                <Group gap="xs">
                  {usual.map((each) => (
                    <Button key={each} variant="default" aria-pressed={reason === each} onClick={() => setReason(each)}>
                      {each}
                    </Button>
                  ))}
                </Group>
              )}
              <TextInput
                label={t('reason')}
                description={t('reason_help')}
                value={reason}
                maxLength={200}
                onChange={(event) => setReason(event.currentTarget.value)}
                data-autofocus
                required
              />
            </>
          )}
          <ProblemAlert problem={doing.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red" loading={doing.isPending}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
