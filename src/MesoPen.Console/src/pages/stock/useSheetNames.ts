import { useTranslation } from 'react-i18next';
import type { SheetNames } from './sheet';

/** What the lines of a product's sheet are called. */
export function useSheetNames(): SheetNames {
  const { t } = useTranslation('stock');
  return {
    name: t('title_on_label'),
    gtin: t('gtin'),
    manufacturer: t('manufacturer'),
    ingredients: t('ingredients'),
    allergens: t('allergens'),
    zones: t('allowed_zones'),
    depth: t('depth_max'),
    session: t('session_max'),
    point: t('point_max'),
    open: t('open_hours'),
    mixable: t('mixable_with'),
  };
}
