import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { ContentView } from './ContentView';
import { Loading } from './Loading';
import { newest, read, said } from './read';

/** Today in the clinic, as a field for a day takes it. */
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** Makes a patient's plan from a protocol. Whether it holds for this patient is asked before it is made. */
export function PlanForPatient() {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const { protocol: id = '' } = useParams();
  const [search] = useSearchParams();
  const protocol = useQuery(read.protocol(id));
  const patients = useQuery(read.patients());
  const [patient, setPatient] = useState(search.get('patient') ?? '');
  const [planId, setPlanId] = useState('');
  const [title, setTitle] = useState<string | null>(null);
  const [starts, setStarts] = useState(today);
  const version = protocol.data && newest(protocol.data.value.versions);
  const check = useQuery({
    ...read.check(version ? said(version) : ({} as never), patient, null),
    enabled: version !== undefined && patient !== '',
  });
  const make = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/plans', {
          body: {
            plan_id: planId.trim(),
            patient_id: patient,
            title: (title ?? protocol.data?.value.title ?? '').trim(),
            protocol_id: id,
            starts_on: starts,
          },
        }),
      ),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['patients'] });
      navigate(`/patients/${encodeURIComponent(patient)}/plans/${encodeURIComponent(made.id)}`);
    },
  });
  const error = protocol.error ?? patients.error;
  if (error !== null) return <ProblemAlert problem={error} />;
  if (version === undefined || patients.data === undefined) return <Loading />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Stack>
        <Title order={1}>{t('plan_for_patient')}</Title>
        <Text>{t('from_protocol', { title: protocol.data?.value.title ?? '', version: version.version })}</Text>
        {patients.data.length === 0 && <Text>{t('no_patients')}</Text>}
        <Stack maw={480}>
          <NativeSelect
            label={t('patient')}
            value={patient}
            onChange={(event) => setPatient(event.currentTarget.value)}
            required
            data={[
              { value: '', label: t('choose') },
              ...patients.data.map((each) => ({
                value: each.patient.id,
                label: `${each.patient.id} · ${each.patient.initials}`,
              })),
            ]}
          />
          <TextInput
            label={t('plan_id')}
            description={t('id_help')}
            value={planId}
            onChange={(event) => setPlanId(event.currentTarget.value)}
            maxLength={32}
            autoComplete="off"
            required
          />
          <TextInput
            label={t('title')}
            value={title ?? protocol.data?.value.title ?? ''}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={200}
            required
          />
          <TextInput
            type="date"
            label={t('starts_on')}
            value={starts}
            onChange={(event) => setStarts(event.currentTarget.value)}
            required
          />
        </Stack>
        {patient !== '' &&
          (check.data?.refusals ?? []).map((refusal) => (
            <Alert key={refusal.sentence} color="red" variant="light" role="alert">
              <span lang="en">{refusal.sentence}</span>
            </Alert>
          ))}
        {patient !== '' &&
          (check.data?.notes ?? []).map((note) => (
            <Text key={note} lang="en">
              {note}
            </Text>
          ))}
        <ProblemAlert problem={make.error} />
        <Group>
          <Button type="submit" loading={make.isPending}>
            {t('make_plan')}
          </Button>
          <Button variant="default" component={Link} to={`/protocols/${encodeURIComponent(id)}`}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
        <ContentView version={version} />
      </Stack>
    </form>
  );
}
