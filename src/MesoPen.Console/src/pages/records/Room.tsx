import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A part of a page, under its heading. */
export function Room({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
