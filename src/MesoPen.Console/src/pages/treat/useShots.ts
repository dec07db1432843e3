import { useEffect, useRef } from 'react';
import { type LiveShot, onItem } from '../../live/live';

/** Shots as they come, gathered until the next frame is painted: ten a second, or a hundred at once after a break, make one call a frame. */
export function useShots(paint: (shots: readonly LiveShot[]) => void): void {
  const wanted = useRef(paint);
  wanted.current = paint;
  useEffect(() => {
    let due: LiveShot[] = [];
    let frame = 0;
    const end = onItem((item) => {
      if (item.kind !== 'shot' || !item.shot) return;
      due.push(item.shot);
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          const shots = due;
          due = [];
          wanted.current(shots);
        });
    });
    return () => {
      end();
      cancelAnimationFrame(frame);
    };
  }, []);
}
