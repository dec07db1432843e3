import './calibration.css';
import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { Sections } from '../../parts/Sections';
import { NotFound } from '../../shell/NotFound';
import { BeginPage } from './begin/BeginPage';
import { CertificatePage } from './certificates/CertificatePage';
import { CertificatesPage } from './certificates/CertificatesPage';
import { InstrumentsPage } from './instruments/InstrumentsPage';
import { ReferencesPage } from './references/ReferencesPage';
import { RunPage } from './run/RunPage';
import { RunsPage } from './run/RunsPage';
import { StatePage } from './state/StatePage';

/** The engineer's bench: how devices stand, what they are traced to, the routines, the certificates. */
export default function Calibration() {
  const { t } = useTranslation('calibration');
  return (
    <Stack className="calibration">
      <Title order={1}>{t('title')}</Title>
      <Sections
        label={t('title')}
        at="/calibration"
        names={[
          ['', t('sections.state')],
          ['runs', t('sections.runs')],
          ['certificates', t('sections.certificates')],
          ['references', t('sections.references')],
          ['instruments', t('sections.instruments')],
        ]}
      />
      <Routes>
        <Route index element={<StatePage />} />
        <Route path="runs" element={<RunsPage />} />
        <Route path="runs/_new" element={<BeginPage />} />
        <Route path="runs/:id" element={<RunPage />} />
        <Route path="certificates" element={<CertificatesPage />} />
        <Route path="certificates/:id" element={<CertificatePage />} />
        <Route path="references" element={<ReferencesPage />} />
        <Route path="instruments" element={<InstrumentsPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Stack>
  );
}
