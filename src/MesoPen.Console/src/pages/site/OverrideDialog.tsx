import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { queries } from '../../api/keys';
import { FormDialog } from '../../parts/FormDialog';
import { useSignature } from '../../shell/signature';
import { useSite } from './site';

/** Blocks that may be passed over: those about when, never those about whether. */
export const passable = ['plan-not-due', 'combination-interval'] as const;
export type Passable = (typeof passable)[number];

/** Proposes to treat although a rule about when blocks it; it counts when a second person agrees. */
export function OverrideDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('site');
  const sign = useSignature();
  const hoursMax = useSite().data?.security.override_hours_max;
  const [problem, setProblem] = useState<Passable>('plan-not-due');
  const [patient, setPatient] = useState('');
  const [plan, setPlan] = useState('');
  const [version, setVersion] = useState('1');
  const [hours, setHours] = useState('');
  const [reason, setReason] = useState('');
  const proposing = useMutation({
    mutationFn: async () => {
      const header = await sign(t('override_what', { patient: patient.trim(), plan: plan.trim(), reason: reason.trim() }));
      if (header === null) return;
      await api.POST('/api/v1/overrides', {
        params: { header },
        body: {
          problem,
          patient_id: patient.trim(),
          plan_id: plan.trim(),
          plan_version: Number(version),
          hours: Number(hours),
          reason: reason.trim(),
        },
      });
      await queries.invalidateQueries({ queryKey: ['overrides'] });
      onClose();
    },
  });
  const field = (label: string, value: string, onChange: (value: string) => void, numeric = false) => (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(numeric ? { inputMode: 'numeric' as const, pattern: '[1-9][0-9]{0,3}' } : {})}
      maxLength={200}
      autoComplete="off"
      required
    />
  );
  return (
    <FormDialog title={t('override_propose')} act={t('sign_and_propose')} doing={proposing} onClose={onClose}>
      <Text>{t('overrides_help')}</Text>
      <NativeSelect
        label={t('override_problem')}
        value={problem}
        onChange={(event) => setProblem(event.currentTarget.value as Passable)}
        data={passable.map((each) => ({ value: each, label: t(`passable.${each}`) }))}
      />
      {field(t('patient'), patient, setPatient)}
      {field(t('plan'), plan, setPlan)}
      {field(t('plan_version_label'), version, setVersion, true)}
      {field(hoursMax === undefined ? t('hours_label') : t('hours_most', { count: hoursMax }), hours, setHours, true)}
      {field(t('reason', { ns: 'common' }), reason, setReason)}
    </FormDialog>
  );
}
