import { Modal } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

let next: string | null = null;

/** Says where the focus goes when the dialog closes, if not to what opened it: that may be gone by then. */
export function focusAfterDialog(id: string): void {
  next = id;
}

/** A dialog: mounted to open it, unmounted to close it. Escape closes; the focus goes back to what opened it. Stop stays above it. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  // A signature that is asked for stands above this dialog: Escape is meant for it alone.
  const close = () => {
    if (document.querySelector('[data-signature]') === null) onClose();
  };
  useEffect(() => {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    next = null;
    return () => {
      setTimeout(() => {
        const target = next === null ? opener : document.getElementById(next);
        next = null;
        (target?.isConnected ? target : document.getElementById('content'))?.focus();
      });
    };
  }, []);
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size="lg"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('close'), size: 44 }}
      styles={{
        title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 700 },
        content: { maxHeight: 'calc(95dvh - 96px)' },
      }}
    >
      {children}
    </Modal>
  );
}
