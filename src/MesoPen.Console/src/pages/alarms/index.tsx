import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { Sections } from '../../parts/Sections';
import { NotFound } from '../../shell/NotFound';
import { CataloguePage } from './CataloguePage';
import { EventsPage } from './EventsPage';

export default function Alarms() {
  const { t } = useTranslation('alarms');
  return (
    <Stack>
      <Title order={1}>{t('title')}</Title>
      <Sections
        label={t('title')}
        at="/alarms"
        names={[
          ['', t('events')],
          ['catalogue', t('catalogue')],
        ]}
      />
      <Routes>
        <Route index element={<EventsPage />} />
        <Route path="catalogue" element={<CataloguePage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Stack>
  );
}
