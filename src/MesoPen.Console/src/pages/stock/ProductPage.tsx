import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, body } from '../../api/client';
import { Facts } from '../../parts/Facts';
import { Mark } from '../../parts/Mark';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { count, length, volume } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { stockChanged, tag } from './shelf';

/** A product's sheet, each number with who says so. */
export function ProductPage() {
  const { t } = useTranslation('stock');
  const { id = '' } = useParams();
  const may = useMay('administrator');
  const [retiring, setRetiring] = useState(false);
  const read = useQuery({
    queryKey: ['stock', 'product', id],
    queryFn: () => body(api.GET('/api/v1/products/{id}', { params: { path: { id } } })),
  });
  const product = read.data;
  if (read.error) return <ProblemAlert problem={read.error} />;
  if (product === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  const limits = [
    [t('depth_max'), length(product.depth_max_um ?? 0), product.depth_source],
    [t('session_max'), volume(product.session_max_nl ?? 0), product.session_source],
    [t('point_max'), volume(product.point_max_nl ?? 0), product.point_source],
    [t('open_hours'), t('hours', { count: product.open_hours_max ?? 0 }), product.open_source],
  ] as const;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{product.name}</Title>
        {may && !product.retired_because && (
          <Group>
            <Button component={Link} to={`/stock/products/${id}/sheet`} variant="default">
              {t('new_version')}
            </Button>
            <Button variant="default" onClick={() => setRetiring(true)}>
              {t('retire')}
            </Button>
          </Group>
        )}
      </Group>
      {product.retired_because && (
        <div>
          <Mark tone="bad">{t('retired', { reason: product.retired_because })}</Mark>
        </div>
      )}
      <Facts
        of={[
          [t('own_id_label'), product.id],
          [t('gtin'), product.gtin ?? t('none', { ns: 'common' })],
          [t('manufacturer'), product.manufacturer],
          [t('revision'), count(product.revision)],
        ]}
      />
      <Title order={3}>{t('limits')}</Title>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {limits.map(([name, value, source]) => (
          <Paper component="li" key={name} withBorder p="md">
            <Group gap="xl" align="baseline">
              <Text style={{ flex: '0 1 280px' }}>{name}</Text>
              <Text size="lg" fw={700}>
                {value}
              </Text>
              <Text style={{ overflowWrap: 'anywhere', flex: '1 1 260px' }}>{t('source', { ns: 'common', source })}</Text>
            </Group>
          </Paper>
        ))}
      </Stack>
      <Facts
        of={[
          [
            t('ingredients'),
            product.ingredients
              ?.map(
                (each) =>
                  `${each.name} (${t(`classes.${each.class}`)})${each.synonyms.length > 0 ? ` = ${each.synonyms.join(', ')}` : ''}`,
              )
              .join('; '),
          ],
          [t('allergens'), product.allergens?.join(', ') || t('none', { ns: 'common' })],
          [t('allowed_zones'), product.allowed_zones?.join(', ')],
          [
            t('mixable_with'),
            product.mixable_with?.map((each) => `${each.product_id} (${each.source})`).join('; ') || t('none', { ns: 'common' }),
          ],
        ]}
      />
      {retiring && (
        <ReasonDialog
          title={t('retire_of', { name: product.name ?? product.id })}
          consequence={t('retire_consequence')}
          act={t('retire')}
          onAct={async (reason) => {
            await api.POST('/api/v1/products/{id}/retire', {
              params: { path: { id }, header: { 'If-Match': tag(product.version) } },
              body: { reason },
            });
            await stockChanged();
          }}
          onClose={() => setRetiring(false)}
        />
      )}
    </Stack>
  );
}
