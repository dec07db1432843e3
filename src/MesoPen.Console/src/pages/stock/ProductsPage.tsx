import { Anchor, Button, Checkbox, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CardList } from '../../parts/CardList';
import { Facts } from '../../parts/Facts';
import { Mark } from '../../parts/Mark';
import { useMay } from '../../shell/who';
import { useProducts } from './shelf';

/** Products in use; each has a sheet of its own. */
export function ProductsPage() {
  const { t } = useTranslation('stock');
  const products = useProducts();
  const may = useMay('administrator');
  const [all, setAll] = useState(false);
  const shown = { ...products, items: products.items.filter((each) => all || !each.retired_because) };
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('products')}</Title>
        {may && (
          <Button component={Link} to="/stock/products/new" variant="default">
            {t('product_new')}
          </Button>
        )}
      </Group>
      <Checkbox
        size="lg"
        label={t('show_retired')}
        checked={all}
        onChange={(event) => setAll(event.currentTarget.checked)}
        styles={{ body: { minHeight: 44, alignItems: 'center' } }}
      />
      <CardList
        label={t('products')}
        parts={shown}
        empty={may ? t('products_empty') : t('nothing_yet')}
        id={(product) => product.id}
      >
        {(product) => (
          <Stack gap="xs">
            <Group>
              <Anchor component={Link} to={`/stock/products/${product.id}`} size="lg" fw={700} py={8}>
                {product.name ?? product.id}
              </Anchor>
              {product.retired_because && <Mark tone="idle">{t('retired', { reason: product.retired_because })}</Mark>}
            </Group>
            <Facts
              of={[
                [t('own_id_label'), product.id],
                [t('gtin'), product.gtin ?? null],
                [t('manufacturer'), product.manufacturer ?? null],
                [t('revision'), String(product.revision)],
              ]}
            />
          </Stack>
        )}
      </CardList>
    </Stack>
  );
}
