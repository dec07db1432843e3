import { Button, Group, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, body, type Schemas, versioned } from '../../api/client';
import { day } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { Room } from '../records/Room';
import { Wide } from '../records/Wide';
import { useZoneName } from '../records/zoneName';
import { OutcomeForm } from './OutcomeForm';
import { PatientChoice } from './PatientChoice';
import { SeriesChart } from './SeriesChart';
import { isUnit, unitWords } from './series';
import { Withdraw } from './Withdraw';

/** What was measured on a patient's skin, over time: a series for each zone, measure, unit and instrument. */
export function Measured() {
  const { t } = useTranslation('outcomes');
  const enters = useMay('clinician');
  const [asked, ask] = useSearchParams();
  const patient = asked.get('patient') ?? '';
  const [form, setForm] = useState<'new' | string | null>(null);
  const series = useQuery({
    enabled: patient !== '',
    queryKey: ['outcomes', 'series', patient],
    queryFn: () => body(api.GET('/api/v1/patients/{id}/outcomes/series', { params: { path: { id: patient } } })),
  });
  return (
    <Stack>
      <Title order={1}>{t('tab.measured')}</Title>
      <PatientChoice value={patient} onChange={(chosen) => ask(chosen === '' ? {} : { patient: chosen })} />
      {patient === '' && <Text>{t('choose_patient_first')}</Text>}
      <ProblemAlert problem={series.error} />
      {series.isFetching && series.isPending && <Loader />}
      {series.data?.length === 0 && <Text>{t('measured.none')}</Text>}
      {patient !== '' && enters && (
        <Group className="screen-only">
          <Button onClick={() => setForm('new')}>{t('measured.new')}</Button>
        </Group>
      )}
      {series.data?.map((one) => (
        <SeriesRoom
          key={[one.zone, one.measure, one.score_name, one.unit, one.instrument].join()}
          series={one}
          correct={setForm}
        />
      ))}
      {form !== null && <OutcomeForm patient={patient} outcome={form === 'new' ? null : form} close={() => setForm(null)} />}
    </Stack>
  );
}

function SeriesRoom({ series, correct }: { series: Schemas['OutcomeSeries']; correct: (outcome: string) => void }) {
  const { t } = useTranslation('outcomes');
  const zone = useZoneName();
  const enters = useMay('clinician');
  const unit = isUnit(series.unit) ? t(`unit_word.${unitWords[series.unit]}`) : series.unit;
  const name = [zone(series.zone), series.score_name ?? t(`measure_word.${series.measure}`), unit, series.instrument]
    .filter(Boolean)
    .join(' · ');
  return (
    <Room title={name}>
      <SeriesChart name={name} points={series.points} />
      <Wide label={t('measured.caption', { name })}>
        <Table aria-label={t('measured.caption', { name })} miw={480} maw={720} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('day')}</Table.Th>
              <Table.Th>
                {t('measured.value')} ({unit})
              </Table.Th>
              <Table.Th>{t('session')}</Table.Th>
              <Table.Th>
                <span className="records-unseen">{t('correct')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {series.points.map((point) => (
              <Table.Tr key={point.outcome_id}>
                <Table.Td>{day(point.day)}</Table.Td>
                <Table.Td>{point.value}</Table.Td>
                <Table.Td>
                  {point.session_id ? (
                    <Link to={`/records/${point.session_id}`} className="records-row">
                      {t('open_record')}
                    </Link>
                  ) : (
                    '–'
                  )}
                </Table.Td>
                <Table.Td>
                  {enters && (
                    <Group gap="xs" wrap="nowrap" className="screen-only">
                      <Button
                        variant="default"
                        onClick={() => correct(point.outcome_id)}
                        aria-label={`${t('correct')}: ${day(point.day)}`}
                      >
                        {t('correct')}
                      </Button>
                      <Withdraw what={`${name}, ${day(point.day)}`} withdraw={(reason) => withdraw(point.outcome_id, reason)} />
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Room>
  );
}

async function withdraw(id: string, reason: string): Promise<void> {
  const { etag } = await versioned(api.GET('/api/v1/outcomes/{id}', { params: { path: { id } } }));
  await api.POST('/api/v1/outcomes/{id}/withdrawal', {
    params: { path: { id }, header: { 'If-Match': etag } },
    body: { reason },
  });
}
