import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../../shell/who';
import type { Plan } from '../file/file';

/** The way to the treatment with this plan. What blocks stands in the banner, and the treatment's own checklist says it again. */
export function StartTreatment({ plan }: { plan: Plan }) {
  const { t } = useTranslation('patients');
  const may = useMay('clinician');
  if (!may || (plan.ended ?? null) !== null) return null;
  const query = new URLSearchParams({ patient: plan.patient_id, plan: plan.id });
  return (
    <Button component={Link} to={`/treat?${query}`} size="md">
      {t('overview.start')}
    </Button>
  );
}
