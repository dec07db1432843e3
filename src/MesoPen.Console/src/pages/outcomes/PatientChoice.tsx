import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePatients } from '../records/reading';

/** A patient of the clinic, found by typing. */
export function PatientChoice({
  value,
  onChange,
  required = false,
}: {
  value: string;
  onChange: (patient: string) => void;
  required?: boolean;
}) {
  const { t } = useTranslation('outcomes');
  const { data } = usePatients();
  return (
    <Select
      label={t('patient')}
      placeholder={t('choose_patient')}
      searchable
      required={required}
      maw={420}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      data={(data ?? []).map(({ patient }) => ({ value: patient.id, label: `${patient.id} · ${patient.initials}` }))}
    />
  );
}
