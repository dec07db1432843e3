import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';

/** How long a button is held before it acts: longer than any touch by chance. */
export const holdMs = 1_000;

const keys = [' ', 'Enter'];

export type Held = 'free' | 'holding' | 'held';

/** A press that acts when it has been held for a second, by finger, mouse, Space or Enter. Let go before, and nothing is done. */
export function useHold(act: () => void, disabled: boolean) {
  const [held, setHeld] = useState<Held>('free');
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const wanted = useRef(act);
  wanted.current = act;

  const end = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHeld('free');
  }, []);
  const begin = () => {
    if (disabled || timer.current !== null) return;
    setHeld('holding');
    timer.current = setTimeout(() => {
      setHeld('held');
      wanted.current();
    }, holdMs);
  };

  // A window that is left, or a button that may be pressed no longer, holds nothing.
  useEffect(() => {
    if (disabled) end();
    window.addEventListener('blur', end);
    return () => {
      window.removeEventListener('blur', end);
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, [disabled, end]);

  return {
    held,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
        if (event.button !== 0 || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        begin();
      },
      onPointerUp: end,
      onPointerCancel: end,
      onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
        const box = event.currentTarget.getBoundingClientRect();
        const inside =
          event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
        if (!inside && timer.current !== null) end();
      },
      onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => {
        if (!keys.includes(event.key)) return;
        event.preventDefault();
        if (!event.repeat) begin();
      },
      onKeyUp: (event: KeyboardEvent<HTMLButtonElement>) => {
        if (keys.includes(event.key)) end();
      },
      onBlur: end,
      onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
    },
  };
}
