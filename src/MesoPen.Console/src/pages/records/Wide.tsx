import type { ReactNode } from 'react';

/** Lets what is wider than the page be pushed sideways, by finger and by keyboard; nothing is cut off. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="records-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
