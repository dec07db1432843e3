import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export default function Treat() {
  const { t } = useTranslation('shell');
  return <Title order={1}>{t('nav.treat')}</Title>;
}
