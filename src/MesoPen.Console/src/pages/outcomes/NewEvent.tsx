import { Button, Group, Stack, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { today } from '../records/times';
import { detailsOf, emptyDraft } from './draft';
import { EventFields } from './EventFields';
import { PatientChoice } from './PatientChoice';
import { again } from './reading';

/** Reports an adverse event: of a patient, and of the very shots if it was begun from a record. */
export function NewEvent() {
  const { t } = useTranslation('outcomes');
  const { t: common } = useTranslation();
  const [given] = useSearchParams();
  const go = useNavigate();
  const [patient, setPatient] = useState(given.get('patient') ?? '');
  const [draft, setDraft] = useState(() => emptyDraft(given, today()));
  const report = useMutation({
    mutationFn: () =>
      body(api.POST('/api/v1/patients/{id}/adverse-events', { params: { path: { id: patient } }, body: detailsOf(draft) })),
    onSuccess: async (event) => {
      await again();
      await go(`/outcomes/events/${event.id}`);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        report.mutate();
      }}
    >
      <Stack>
        <Title order={1}>{t('events.new')}</Title>
        <PatientChoice
          value={patient}
          onChange={(chosen) => {
            setPatient(chosen);
            if (chosen !== patient) setDraft((now) => ({ ...now, session: '', first: '', last: '' }));
          }}
          required
        />
        <EventFields patient={patient} draft={draft} change={(to) => setDraft((now) => ({ ...now, ...to }))} />
        <ProblemAlert problem={report.error} />
        <Group>
          <Button type="submit" loading={report.isPending} disabled={patient === ''}>
            {t('events.report')}
          </Button>
          <Button variant="default" component={Link} to="/outcomes/events">
            {common('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
