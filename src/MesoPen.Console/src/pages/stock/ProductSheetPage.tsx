import { Loader, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { SheetEditor } from './SheetEditor';

/** A new product, or the next version of one. */
export function ProductSheetPage() {
  const { t } = useTranslation('stock');
  const { id } = useParams();
  const [search] = useSearchParams();
  const may = useMay('administrator');
  const read = useQuery({
    queryKey: ['stock', 'product', id],
    queryFn: () => body(api.GET('/api/v1/products/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
  return (
    <Stack maw={960}>
      <Title order={2}>{id === undefined ? t('product_new') : t('new_version_of', { name: read.data?.name ?? id })}</Title>
      <ProblemAlert problem={read.error} />
      {!may && t('scan.ask_administrator')}
      {may && id !== undefined && read.isPending && <Loader aria-label={t('loading', { ns: 'common' })} />}
      {may && (id === undefined || read.data) && (
        <SheetEditor key={id ?? 'new'} product={read.data ?? null} gtin={search.get('gtin') ?? ''} />
      )}
    </Stack>
  );
}
