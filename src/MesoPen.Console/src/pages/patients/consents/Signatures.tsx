import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { moment } from '../../../quantity/quantity';
import { useMay } from '../../../shell/who';
import { ClinicianSign } from './ClinicianSign';
import { PatientSign } from './PatientSign';

/** The two signatures: the patient's first, then the clinician's, which covers it. */
export function Signatures({ view, open }: { view: Schemas['ConsentView']; open: boolean }) {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  const { patient, clinician } = view.consent;
  return (
    <Stack component="section" aria-labelledby="signatures">
      <Title order={2} id="signatures">
        {t('sign.title')}
      </Title>
      <Paper withBorder p="md">
        <Title order={3}>{t('sign.patient')}</Title>
        {patient ? (
          <Stack gap="xs">
            <svg
              role="img"
              aria-label={t('sign.patient_shown')}
              data-testid="patient-signature"
              viewBox={`0 0 ${patient.drawing.width} ${patient.drawing.height}`}
              style={{ width: '100%', maxWidth: 600, background: '#ffffff', border: '1px solid #495057', borderRadius: 8 }}
            >
              <path
                d={view.signature_path ?? ''}
                fill="none"
                stroke="#000000"
                strokeWidth={Math.max(2, patient.drawing.width / 180)}
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
            <Text>{t('sign.patient_at', { at: moment(patient.at), witness: patient.witness })}</Text>
          </Stack>
        ) : open && may ? (
          <PatientSign consent={view.consent} />
        ) : (
          <Text>{t('sign.missing')}</Text>
        )}
      </Paper>
      <Paper withBorder p="md">
        <Title order={3}>{t('sign.clinician')}</Title>
        {clinician ? (
          <Text>
            {t('sign.clinician_at', { name: clinician.printed_name, meaning: clinician.meaning, at: moment(clinician.at) })}
          </Text>
        ) : !patient ? (
          <Text>{t('sign.patient_first')}</Text>
        ) : open && may ? (
          <ClinicianSign consent={view.consent} />
        ) : (
          <Text>{t('sign.missing')}</Text>
        )}
      </Paper>
    </Stack>
  );
}
