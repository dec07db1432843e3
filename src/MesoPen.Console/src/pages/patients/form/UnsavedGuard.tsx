import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** Where the person wanted to go: an address of the console, or so many steps in the history. */
type Way = string | number;

/** Puts a second entry of this very page on the history: the first step back leads to the page itself, and asks. */
function hold(): void {
  const state = history.state as { held?: boolean } | null;
  if (state?.held !== true) history.pushState({ ...state, held: true }, '');
}

/** Asks before what was typed is lost: at a link, at back and forward, and when the tab is closed. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const [way, setWay] = useState<Way | null>(null);
  const free = useRef(false);
  useEffect(() => {
    if (!dirty) return;
    hold();
    const leave = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a[href]');
      if (!(link instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.origin !== location.origin || link.target === '_blank' || link.pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setWay(link.pathname + link.search + link.hash);
    };
    // The entry on top is gone, and the page is the one below: the same.
    const step = () => {
      if (!free.current) setWay(-1);
    };
    window.addEventListener('beforeunload', leave);
    document.addEventListener('click', click, true);
    window.addEventListener('popstate', step);
    return () => {
      window.removeEventListener('beforeunload', leave);
      document.removeEventListener('click', click, true);
      window.removeEventListener('popstate', step);
    };
  }, [dirty]);
  const stay = () => {
    if (typeof way === 'number') hold();
    setWay(null);
  };
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
      onClose={stay}
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}
    >
      <Stack>
        <Text>{t('unsaved.text')}</Text>
        <Group justify="flex-end">
          <Button data-autofocus onClick={stay}>
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
