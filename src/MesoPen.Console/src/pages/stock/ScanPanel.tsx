import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { api, body } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import type { Scan } from './offers';
import { ScanResult } from './ScanResult';
import { focusScan, readShelf, scanFieldId } from './shelf';
import { useWedge } from './useWedge';
import { isSeparator, separatorPicture, visible } from './wedge';

/** The scan field: takes what a scanner types, wherever the focus is, and shows what can be done with what was scanned. */
export function ScanPanel() {
  const { t } = useTranslation('stock');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const scanning = useMutation({
    mutationFn: async (scanned: string): Promise<{ scanned: string; scan: Scan }> => {
      const scan = await body(api.POST('/api/v1/scans', { body: { text: scanned } }));
      await queries.fetchQuery({ queryKey: ['stock', 'shelf'], queryFn: readShelf, staleTime: 0 });
      return { scanned, scan };
    },
  });
  const { mutate } = scanning;
  const take = useCallback(
    (scanned: string) => {
      setText('');
      focusScan();
      if (scanned.trim() !== '') mutate(scanned.trim());
    },
    [mutate],
  );
  useWedge(take);
  const { pathname } = useLocation();
  useEffect(() => {
    // Where packages are handled the field waits for the next scan. Later than the frame, which gives the focus to every new page.
    if (!/^\/stock(\/(vials|lots|heads))?\/?$/.test(pathname)) return;
    const timer = setTimeout(focusScan);
    return () => clearTimeout(timer);
  }, [pathname]);

  const insert = (piece: string) => {
    const at = field.current?.selectionStart ?? text.length;
    const to = field.current?.selectionEnd ?? text.length;
    setText(text.slice(0, at) + piece + text.slice(to));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isSeparator({ key: event.key, ctrl: event.ctrlKey })) {
      event.preventDefault();
      insert(separatorPicture);
    }
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('scan.label')}>
      <Stack gap="sm">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            take(visible(text));
          }}
        >
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              id={scanFieldId}
              ref={field}
              label={t('scan.label')}
              description={t('scan.help')}
              value={text}
              onChange={(event) => setText(visible(event.currentTarget.value))}
              onKeyDown={onKeyDown}
              onPaste={(event) => {
                event.preventDefault();
                insert(visible(event.clipboardData.getData('text')));
              }}
              size="lg"
              maxLength={512}
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              style={{ flexGrow: 1 }}
            />
            <Button type="submit" size="lg" loading={scanning.isPending} style={{ flexShrink: 0 }}>
              {t('scan.read')}
            </Button>
          </Group>
        </form>
        <div role="status" aria-live="polite">
          {scanning.isError && <ProblemAlert problem={scanning.error} />}
          {scanning.isError && (
            <Text mt="xs" size="sm">
              {t('scan.was', { text: scanning.variables })}
            </Text>
          )}
          {scanning.data && !scanning.isError && (
            <ScanResult
              key={scanning.submittedAt}
              scan={scanning.data.scan}
              scanned={scanning.data.scanned}
              onDone={() => scanning.reset()}
            />
          )}
        </div>
      </Stack>
    </Paper>
  );
}
