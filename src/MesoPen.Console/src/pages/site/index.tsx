import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { Sections } from '../../parts/Sections';
import { NotFound } from '../../shell/NotFound';
import { useMay } from '../../shell/who';
import { ConsentTextsPage } from './ConsentTextsPage';
import { FollowUpPage } from './FollowUpPage';
import { OverridesPage } from './OverridesPage';
import { PolicyPage } from './PolicyPage';
import { ProposalsPage } from './ProposalsPage';
import { ProposePage } from './ProposePage';
import { SecurityPage } from './SecurityPage';
import { useSite } from './site';

export default function Site() {
  const { t } = useTranslation('site');
  const clinic = useMay('clinician', 'administrator', 'auditor');
  const site = useSite();
  return (
    <Stack>
      <Title order={1}>{site.data?.name ? t('title_of', { name: site.data.name }) : t('title')}</Title>
      <Sections
        label={t('title')}
        at="/site"
        names={[
          ['', t('policy')],
          ['proposals', t('proposals')],
          ...(clinic ? ([['overrides', t('overrides')]] as const) : []),
          ['security', t('security')],
          ...(clinic
            ? ([
                ['follow-up', t('follow_up')],
                ['consent-texts', t('consent_texts')],
              ] as const)
            : []),
        ]}
      />
      <Routes>
        <Route index element={<PolicyPage />} />
        <Route path="change" element={<ProposePage />} />
        <Route path="proposals" element={<ProposalsPage />} />
        <Route path="security" element={<SecurityPage />} />
        {clinic && <Route path="overrides" element={<OverridesPage />} />}
        {clinic && <Route path="follow-up" element={<FollowUpPage />} />}
        {clinic && <Route path="consent-texts" element={<ConsentTextsPage />} />}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Stack>
  );
}
