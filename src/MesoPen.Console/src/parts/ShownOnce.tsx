import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from './Dialog';
import { Mark } from './Mark';

interface ShownOnceProps {
  title: string;
  /** Whose it is, and how long it counts. */
  about: string;
  secret: string;
  onClose: () => void;
  words: { warning: string; copy: string; copied: string; copy_failed: string; noted: string };
}

/** A secret that is told once: it lives in this dialog alone and is gone with it. */
export function ShownOnce({ title, about, secret, onClose, words }: ShownOnceProps) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setSaid(words.copied);
    } catch {
      setSaid(words.copy_failed);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        <Text>{about}</Text>
        <div>
          <Mark tone="warn">{words.warning}</Mark>
        </div>
        <Code
          block
          data-testid="secret"
          style={{ fontSize: 'var(--mantine-font-size-xl)', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
        >
          {secret}
        </Code>
        <Group justify="flex-end">
          <Text role="status">{said}</Text>
          <Button variant="default" onClick={() => void copy()} data-autofocus>
            {words.copy}
          </Button>
          <Button onClick={onClose}>{words.noted}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
