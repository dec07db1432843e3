import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shell/ProblemAlert';
import { Dialog } from './Dialog';

interface FormDialogProps {
  title: string;
  /** The button, in the words of what it does. */
  act: string;
  /** What it does, and how it went. */
  doing: { mutate: () => void; isPending: boolean; error: unknown };
  /** Nothing is done before the fields say enough. */
  ready?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog of fields: what it does is said on its button, a refusal stands above it, and nothing is done by leaving. */
export function FormDialog({ title, act, doing, ready = true, onClose, children }: FormDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) doing.mutate();
        }}
      >
        <Stack>
          {children}
          <ProblemAlert problem={doing.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={doing.isPending} disabled={!ready}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
