import { useReducedMotion } from '@mantine/hooks';
import { memo, useEffect, useRef } from 'react';
import classes from './BodyMap.module.css';
import type { Point } from './path';

/**
 * A ring that opens and fades where a shot landed. It is started by its key, by the browser's own animation: nothing is rendered for it, at
 * ten shots a second either. It is small, so that no large surface ever flashes (WCAG 2.3.1).
 */
export const ShotFlash = memo(function ShotFlash({ at, shot }: { at: Point; shot: string | number }) {
  const ring = useRef<SVGCircleElement>(null);
  const still = useReducedMotion();
  const first = useRef<string | number | null>(null);
  useEffect(() => {
    if (first.current === shot) return;
    first.current = shot;
    const circle = ring.current;
    if (circle === null) return;
    for (const running of circle.getAnimations()) running.cancel();
    circle.animate(
      still
        ? [{ opacity: 1 }, { opacity: 1, offset: 0.6 }, { opacity: 0 }]
        : [
            { opacity: 1, transform: 'scale(0.4)' },
            { opacity: 0, transform: 'scale(1.4)' },
          ],
      { duration: 450, easing: 'ease-out' },
    );
    circle.dataset.shot = String(shot);
  }, [shot, still]);
  return (
    <g transform={`translate(${at[0]} ${at[1]})`}>
      <circle ref={ring} r={22} className={classes.flash} />
    </g>
  );
});
