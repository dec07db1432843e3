import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOf } from '../live/useStation';

/** Says on every page, on screen and on paper, that the device in use is a model: its colour is that of no alarm, and its words say it all. */
export function Simulated() {
  const { t } = useTranslation('shell');
  const simulated = useOf((view) => view?.simulated === true);
  if (!simulated) return null;
  return (
    <Box
      component="section"
      aria-label={t('simulated')}
      data-testid="simulated"
      mb="md"
      py={8}
      px="md"
      style={{
        position: 'sticky',
        top: 60,
        zIndex: 90,
        border: '3px dashed #ffffff',
        outline: '3px solid #5f3dc4',
        background: '#5f3dc4',
        color: '#ffffff',
        printColorAdjust: 'exact',
        WebkitPrintColorAdjust: 'exact',
      }}
    >
      <Text fw={700} size="lg" ta="center" c="#ffffff">
        {t('simulated')}
      </Text>
    </Box>
  );
}
