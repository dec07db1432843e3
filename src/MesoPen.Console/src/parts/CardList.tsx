import { Button, Loader, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shell/ProblemAlert';
import type { Parts } from './useParts';

interface CardListProps<T> {
  label: string;
  parts: Parts<T>;
  /** What to do when there is nothing yet. */
  empty: string;
  id: (item: T) => string;
  children: (item: T) => ReactNode;
}

/** A list as cards, one below the other: it reads the same on a tablet and on a phone, and says when there is more. */
export function CardList<T>({ label, parts, empty, id, children }: CardListProps<T>) {
  const { t } = useTranslation();
  if (parts.loading) return <Loader aria-label={t('loading')} />;
  return (
    <Stack>
      <ProblemAlert problem={parts.error} />
      {parts.items.length === 0 && parts.error === null && <Text size="lg">{empty}</Text>}
      {parts.items.length > 0 && (
        <Stack component="ul" aria-label={label} gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {parts.items.map((item) => (
            <Paper component="li" key={id(item)} withBorder p="md" data-id={id(item)}>
              {children(item)}
            </Paper>
          ))}
        </Stack>
      )}
      {parts.more !== undefined && (
        <Button variant="default" onClick={parts.more} loading={parts.readingMore}>
          {t('more')}
        </Button>
      )}
    </Stack>
  );
}
