import type { ReactNode } from 'react';

/** Lets a table that is wider than the page be pushed sideways, by finger and by keyboard. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="calibration-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
