import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moment } from '../../../quantity/quantity';
import { read } from '../file/file';

/** The session that a measure or photograph belongs to: one of the patient's, newest first, or none. */
export function SessionField({
  patient,
  value,
  onChange,
}: {
  patient: string;
  value: string;
  onChange: (session: string) => void;
}) {
  const { t } = useTranslation('patients');
  const { data } = useQuery(read.sessions(patient));
  return (
    <NativeSelect
      label={t('outcome.session')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('outcome.no_session') },
        ...(data ?? [])
          .toReversed()
          .map(({ intent, opened_at }) => ({ value: intent.session_id, label: `${moment(opened_at)} · ${intent.plan_id}` })),
      ]}
    />
  );
}
