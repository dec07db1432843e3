import { Alert, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, body } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { NextVersion } from './NextVersion';
import { read } from './read';

/** The next version of a patient's plan. */
export function EditPlan() {
  const { t } = useTranslation('plans');
  const { plan: id = '' } = useParams();
  const query = useQuery(read.plan(id));
  if (query.error !== null) return <ProblemAlert problem={query.error} />;
  if (query.data === undefined) return <Loader />;
  const { patient_id: patient } = query.data.value;
  return (
    <NextVersion
      key={id}
      heading={t('edit_plan', { patient })}
      opened={query.data}
      reread={() => queries.fetchQuery({ ...read.plan(id), staleTime: 0 })}
      save={async (content, reason, etag) => {
        await body(
          api.PUT('/api/v1/plans/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body: { reason, content } }),
        );
        await Promise.all([
          queries.invalidateQueries({ queryKey: ['plans'] }),
          queries.invalidateQueries({ queryKey: ['patients'] }),
        ]);
      }}
      patient={patient}
      warning={
        <Alert color="yellow" variant="light">
          {t('plan_warning')}
        </Alert>
      }
      home={`/patients/${encodeURIComponent(patient)}/plans/${encodeURIComponent(id)}`}
    />
  );
}
