import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { Sections } from '../../parts/Sections';
import { NotFound } from '../../shell/NotFound';
import { OwnAccountPage } from './OwnAccountPage';
import { PeoplePage } from './PeoplePage';
import { PersonPage } from './PersonPage';
import { TokensPage } from './TokensPage';

export default function People() {
  const { t } = useTranslation('people');
  return (
    <Stack>
      <Title order={1}>{t('title')}</Title>
      <Sections
        label={t('title')}
        at="/people"
        names={[
          ['', t('everybody')],
          ['own', t('own_account')],
          ['tokens', t('tokens')],
        ]}
      />
      <Routes>
        <Route index element={<PeoplePage />} />
        <Route path="own" element={<OwnAccountPage />} />
        <Route path="tokens" element={<TokensPage />} />
        <Route path="person/:id" element={<PersonPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Stack>
  );
}
