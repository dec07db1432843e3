import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A part of a page, under its heading. */
export function Room({ title, id: name, children }: { title: string; id?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section id={name} aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
