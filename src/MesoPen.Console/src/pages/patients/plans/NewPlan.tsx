import { Anchor, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body, type Schemas } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { newest, read, todayHere, useChange } from '../file/file';
import { usePatientId } from '../file/usePatientId';
import { Loaded } from '../form/Loaded';
import { UnsavedGuard } from '../form/UnsavedGuard';
import { Content } from './Content';

/** Makes a patient's plan from the newest version of a protocol. */
export function NewPlan() {
  const { t } = useTranslation('patients');
  const protocols = useQuery(read.protocols());
  return (
    <Stack>
      <Title order={1}>{t('plan.new')}</Title>
      <Loaded query={protocols}>
        {(all) =>
          all.length === 0 ? (
            <Text>
              {t('plan.no_protocol')}{' '}
              <Anchor component={Link} to="/protocols">
                {t('plan.to_protocols')}
              </Anchor>
            </Text>
          ) : (
            <Form protocols={all} />
          )
        }
      </Loaded>
    </Stack>
  );
}

function Form({ protocols }: { protocols: readonly Schemas['TreatmentProtocol'][] }) {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const patient = usePatientId();
  const home = `/patients/${encodeURIComponent(patient)}/plans`;
  const [id, setId] = useState('');
  const [title, setTitle] = useState('');
  const [protocol, setProtocol] = useState('');
  const [starts, setStarts] = useState(todayHere);
  const chosen = protocols.find((each) => each.id === protocol);
  const make = useChange(
    () =>
      body(
        api.POST('/api/v1/plans', {
          body: { plan_id: id.trim(), patient_id: patient, title: title.trim(), protocol_id: protocol, starts_on: starts },
        }),
      ),
    (made) => navigate(`${home}/${encodeURIComponent(made.id)}`),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(undefined);
      }}
    >
      <UnsavedGuard dirty={!make.isSuccess && (id !== '' || protocol !== '')} />
      <Stack maw={960}>
        <NativeSelect
          label={t('plan.protocol')}
          value={protocol}
          onChange={(event) => {
            const next = protocols.find((each) => each.id === event.currentTarget.value);
            // The title follows the protocol until somebody writes another one.
            if (title === '' || title === chosen?.title) setTitle(next?.title ?? '');
            setProtocol(event.currentTarget.value);
          }}
          data={[
            { value: '', label: t('field.choose'), disabled: true },
            ...protocols.map((each) => ({ value: each.id, label: `${each.title} (${each.id})` })),
          ]}
          required
        />
        <TextInput
          label={t('plan.id')}
          description={t('field.id_help')}
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
          maxLength={32}
          autoComplete="off"
          required
        />
        <TextInput
          label={t('plan.title')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={200}
          required
        />
        <TextInput
          type="date"
          label={t('plan.starts_on')}
          description={t('plan.starts_help')}
          value={starts}
          onChange={(event) => setStarts(event.currentTarget.value)}
          required
        />
        {chosen && <Content version={newest(chosen.versions)} />}
        <ProblemAlert problem={make.error} />
        <Group>
          <Button type="submit" loading={make.isPending}>
            {t('plan.make')}
          </Button>
          <Button variant="default" component={Link} to={home}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
