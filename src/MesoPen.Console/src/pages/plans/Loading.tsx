import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Something is being read. */
export function Loading() {
  const { t } = useTranslation();
  return <Loader role="status" aria-label={t('loading')} />;
}
