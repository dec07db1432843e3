import { Alert, Anchor, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { Aftercare } from './Aftercare';
import { Basis } from './Basis';
import { useDoubts } from './doubts';
import { Exports } from './Exports';
import { Integrity } from './Integrity';
import { Jumps } from './Jumps';
import { Limits } from './Limits';
import { PatientBanner } from './PatientBanner';
import { Reactions } from './Reactions';
import { Room } from './Room';
import { useGround, useSessionRecord } from './reading';
import { Shots } from './Shots';
import { SimulatedBand } from './SimulatedBand';
import { Summary } from './Summary';
import { Timeline } from './Timeline';
import { ZoneMap } from './ZoneMap';
import { ZoneSums } from './ZoneSums';

const parts = [
  'summary',
  'sums',
  'map',
  'limits',
  'shots',
  'timeline',
  'reactions',
  'aftercare',
  'basis',
  'integrity',
  'exports',
] as const;

/** The record of a session, as the journal has it. */
export function SessionRecord() {
  const { id = '' } = useParams();
  const { t } = useTranslation('records');
  const record = useSessionRecord(id);
  return (
    <Stack className="records" gap="xl">
      <Stack gap="xs">
        <Anchor component={Link} to="/records" className="records-row screen-only">
          ← {t('back_to_list')}
        </Anchor>
        <Title order={1}>{t('one')}</Title>
      </Stack>
      <ProblemAlert problem={record.error} />
      {record.isPending && <Loader />}
      {record.data && <Told record={record.data} />}
    </Stack>
  );
}

function Told({ record }: { record: Schemas['SessionRecordView'] }) {
  const { t } = useTranslation('records');
  const { session } = record;
  const ground = useGround(session);
  const doubts = useDoubts(record);
  const { session_id: id, patient_id: patient } = session.intent;
  const reports = useMay('clinician');
  return (
    <>
      <SimulatedBand session={session} />
      <PatientBanner session={session} patient={ground.patient} />
      {doubts.map((doubt) => (
        <Alert key={doubt} color="yellow" role="alert">
          <Text>{doubt}</Text>
        </Alert>
      ))}
      <Group className="screen-only">
        <Button component={Link} to={`/records/${id}/print`} variant="default">
          {t('print_record')}
        </Button>
        <Button component={Link} to={`/records/${id}/aftercare`} variant="default">
          {t('print_aftercare')}
        </Button>
        <Button component={Link} to={`/records/compare?a=${encodeURIComponent(id)}`} variant="default">
          {t('compare')}
        </Button>
        {reports && (
          <Button
            component={Link}
            to={`/outcomes/events/new?patient=${encodeURIComponent(patient)}&session=${encodeURIComponent(id)}`}
            variant="default"
          >
            {t('report')}
          </Button>
        )}
      </Group>
      <Jumps parts={parts.map((part) => [part, t(part)] as const)} />
      <Room id="summary" title={t('summary')}>
        <Summary session={session} ground={ground} />
      </Room>
      <Room id="sums" title={t('sums')}>
        <ZoneSums record={record} plan={ground.version} />
      </Room>
      <Room id="map" title={t('map')}>
        <ZoneMap sums={record.sums} plan={ground.version} />
      </Room>
      <Room id="limits" title={t('limits')}>
        <Limits record={record} ground={ground} />
      </Room>
      <Room id="shots" title={t('shots')}>
        <Shots record={record} />
      </Room>
      <Room id="timeline" title={t('timeline')}>
        <Timeline session={session} />
      </Room>
      <Room id="reactions" title={t('reactions')}>
        <Reactions session={session} />
      </Room>
      <Room id="aftercare" title={t('aftercare')}>
        <Aftercare session={session} />
      </Room>
      <Room id="basis" title={t('basis')}>
        <Basis session={session} />
      </Room>
      <Room id="integrity" title={t('integrity')}>
        <Integrity record={record} />
      </Room>
      <Room id="exports" title={t('exports')}>
        <Exports id={id} />
      </Room>
    </>
  );
}
