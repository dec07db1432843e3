import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** Where the person wanted to go: an address of the console, or so many steps in the history. */
type Way = string | number;

/** Asks before what was typed is lost: at a link, at back and forward, and when the tab is closed. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const [way, setWay] = useState<Way | null>(null);
  const free = useRef(false);
  useEffect(() => {
    if (!dirty) return;
    const place = () => (history.state as { idx?: number } | null)?.idx ?? 0;
    const here = place();
    let returning = false;
    const leave = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a[href]');
      if (!(link instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.origin !== location.origin || link.target === '_blank' || link.pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setWay(link.pathname + link.search + link.hash);
    };
    const step = (event: PopStateEvent) => {
      if (free.current) return;
      // Before the router hears of it: the page stays, and the address goes back to it.
      event.stopImmediatePropagation();
      if (returning) {
        returning = false;
        return;
      }
      const steps = place() - here;
      if (steps === 0) return;
      returning = true;
      history.go(-steps);
      setWay(steps);
    };
    window.addEventListener('beforeunload', leave);
    document.addEventListener('click', click, true);
    window.addEventListener('popstate', step, true);
    return () => {
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('click', click, true);
      window.removeEventListener('popstate', step, true);
    };
  }, [dirty]);
  const go = () => {
    const to = way;
    setWay(null);
    if (typeof to === 'string') navigate(to);
    else if (to !== null) {
      free.current = true;
      history.go(to);
    }
  };
  return (
    <Modal
      opened={way !== null}
      onClose={() => setWay(null)}
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}
    >
      <Stack>
        <Text>{t('unsaved.text')}</Text>
        <Group justify="flex-end">
          <Button data-autofocus onClick={() => setWay(null)}>
            {t('unsaved.stay')}
          </Button>
          <Button variant="default" onClick={go}>
            {t('unsaved.leave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
