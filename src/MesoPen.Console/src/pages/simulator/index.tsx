import { Alert, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStation } from '../../live/useStation';
import { Controls } from './Controls';

/** Faults, hands and machine of the simulated device; nothing of it for a real one. */
export default function Simulator() {
  const { t } = useTranslation('simulator');
  const { station } = useStation();
  return (
    <Stack>
      <Title order={1}>{t('title')}</Title>
      {station?.simulated === true ? (
        <Controls fault={station.fault} />
      ) : (
        <Alert title={t('none_title')} color="gray" variant="outline">
          {t('none_text')}
        </Alert>
      )}
    </Stack>
  );
}
