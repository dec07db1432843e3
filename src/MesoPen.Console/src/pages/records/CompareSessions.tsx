import { Anchor, Group, Loader, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { BodyMap } from '../../map/BodyMap';
import { moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { CompareTable } from './CompareTable';
import { PatientBanner } from './PatientBanner';
import { useGround, useSessionRecord, useSessions } from './reading';
import { marksOf } from './ZoneMap';

/** Two sessions of one patient, side by side. The second is chosen among the patient's own: nobody compares two people by mistake. */
export function CompareSessions() {
  const { t } = useTranslation('records');
  const [asked, ask] = useSearchParams();
  const first = asked.get('a') ?? '';
  const second = asked.get('b') ?? '';
  const a = useSessionRecord(first);
  const patient = a.data?.session.intent.patient_id;
  const others = useSessions({ patient: patient ?? 'none' });
  const choice = (others.data?.pages.flat() ?? []).filter((session) => session.intent.session_id !== first);
  const known = choice.some((session) => session.intent.session_id === second);
  return (
    <Stack className="records" gap="lg">
      <Anchor component={Link} to={`/records/${first}`} className="records-row screen-only">
        ← {t('back_to_record')}
      </Anchor>
      <Title order={1}>{t('compare_title')}</Title>
      <ProblemAlert problem={a.error} />
      {a.isPending && <Loader />}
      {a.data && others.isSuccess && choice.length === 0 && <Text>{t('compare_none')}</Text>}
      {choice.length > 0 && (
        <NativeSelect
          label={t('compare_with')}
          maw={420}
          value={known ? second : ''}
          onChange={(event) => ask({ a: first, ...(event.currentTarget.value && { b: event.currentTarget.value }) })}
          data={[
            { value: '', label: t('compare_choose') },
            ...choice.map(({ intent, opened_at }) => ({ value: intent.session_id, label: moment(opened_at) })),
          ]}
        />
      )}
      {a.data && known && <SideBySide a={a.data} other={second} />}
    </Stack>
  );
}

function SideBySide({ a, other }: { a: Schemas['SessionRecordView']; other: string }) {
  const b = useSessionRecord(other);
  const ground = useGround(a.session);
  if (b.error) return <ProblemAlert problem={b.error} />;
  if (!b.data) return <Loader />;
  return (
    <>
      <PatientBanner session={a.session} patient={ground.patient} />
      <CompareTable a={a} b={b.data} />
      <Group align="start" gap="xl" grow>
        <MapOf record={a} />
        <MapOf record={b.data} />
      </Group>
    </>
  );
}

function MapOf({ record }: { record: Schemas['SessionRecordView'] }) {
  const ground = useGround(record.session);
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        {moment(record.session.opened_at)}
      </Title>
      <BodyMap marks={marksOf(record.sums, ground.version)} />
    </div>
  );
}
