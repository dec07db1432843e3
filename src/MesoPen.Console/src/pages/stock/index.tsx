import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import { Sections } from '../../parts/Sections';
import { NotFound } from '../../shell/NotFound';
import { useMay } from '../../shell/who';
import { HeadsPage } from './HeadsPage';
import { HeadTypesPage } from './HeadTypesPage';
import { LotsPage } from './LotsPage';
import { MixturesPage } from './MixturesPage';
import { ProductPage } from './ProductPage';
import { ProductSheetPage } from './ProductSheetPage';
import { ProductsPage } from './ProductsPage';
import { ScanPanel } from './ScanPanel';
import { VialsPage } from './VialsPage';

export default function Stock() {
  const { t } = useTranslation('stock');
  const shelf = useMay('clinician', 'administrator');
  return (
    <Stack>
      <Title order={1}>{t('title')}</Title>
      {shelf && <ScanPanel />}
      <Sections
        label={t('title')}
        at="/stock"
        names={[
          ['vials', t('vials')],
          ['lots', t('lots')],
          ['mixtures', t('mixtures')],
          ['heads', t('heads')],
          ['products', t('products')],
          ['head-types', t('head_types')],
        ]}
      />
      <Routes>
        <Route index element={<Navigate to="vials" replace />} />
        <Route path="vials" element={<VialsPage />} />
        <Route path="lots" element={<LotsPage />} />
        <Route path="mixtures" element={<MixturesPage />} />
        <Route path="heads" element={<HeadsPage />} />
        <Route path="head-types" element={<HeadTypesPage />} />
        <Route path="products" element={<ProductsPage />} />
        <Route path="products/new" element={<ProductSheetPage />} />
        <Route path="products/:id" element={<ProductPage />} />
        <Route path="products/:id/sheet" element={<ProductSheetPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Stack>
  );
}
