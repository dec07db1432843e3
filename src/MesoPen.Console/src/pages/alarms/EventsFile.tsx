import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { keepFile } from '../../parts/keepFile';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { bounds, type Filter } from './filter';

/** What is looked for, as a file: all of it, also what the page has not read yet. That it was taken stands in the journal. */
export function EventsFile({ filter }: { filter: Filter }) {
  const { t } = useTranslation('alarms');
  const save = useMutation({
    mutationFn: async () => {
      const query = {
        ...(filter.group === '' ? {} : { kind: filter.group }),
        ...(filter.session === '' ? {} : { session: filter.session }),
        ...bounds(filter),
      };
      const { response } = await api.GET('/api/v1/events.csv', { params: { query }, parseAs: 'stream' });
      keepFile(await response.blob(), 'events.csv');
    },
  });
  return (
    <Stack gap="xs">
      <Button variant="default" onClick={() => save.mutate()} loading={save.isPending}>
        {t('save_csv')}
      </Button>
      <ProblemAlert problem={save.error} />
    </Stack>
  );
}
