import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation('shell');
  return <Title order={1}>{t('not_found')}</Title>;
}
