import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../api/client';

/** Says on every page that the clinic is an example; nothing in a real one. */
export function ExampleNotice() {
  const { t } = useTranslation('setup');
  const { data } = useQuery({ queryKey: ['site', 'example'], queryFn: () => body(api.GET('/api/v1/site')), staleTime: 60_000 });
  return data?.example ? (
    <Alert color="grape" variant="light" py="xs" mb="md" role="note" title={t('example_notice')} className="screen-only" />
  ) : null;
}
