import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export default function Records() {
  const { t } = useTranslation('shell');
  return <Title order={1}>{t('nav.records')}</Title>;
}
