import { Button, Loader, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../shell/ProblemAlert';

/** What was read, or that it is being read, or why it cannot be, with a way to try again. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (value: T) => ReactNode }) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <Loader aria-label={t('loading')} />;
  return (
    <Stack align="flex-start">
      <ProblemAlert problem={query.error} />
      <Button variant="default" onClick={() => query.refetch()}>
        {t('retry')}
      </Button>
    </Stack>
  );
}
