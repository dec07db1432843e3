import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { count } from '../../quantity/quantity';
import { useMay } from '../../shell/who';
import { ShotTable } from './ShotTable';
import { range } from './sums';
import { useZoneName } from './zoneName';

const outcomes = ['delivered', 'not-delivered', 'unknown'] as const;

/** The shots, narrowed by zone, by outcome, or to those that an adverse event names (?shots=12-17). */
export function Shots({ record }: { record: Schemas['SessionRecordView'] }) {
  const { t } = useTranslation('records');
  const zoneName = useZoneName();
  const reports = useMay('clinician');
  const [asked, ask] = useSearchParams();
  const [zone, setZone] = useState('');
  const [outcome, setOutcome] = useState('');
  const [, first, last] = /^(\d{1,10})-(\d{1,10})$/.exec(asked.get('shots') ?? '') ?? [];
  const linked = first !== undefined && last !== undefined ? { first: Number(first), last: Number(last) } : null;
  const shown = useMemo(
    () =>
      record.shots.filter(
        (shot) =>
          (zone === '' || shot.zone === zone) &&
          (outcome === '' || shot.outcome === outcome) &&
          (first === undefined || (shot.shot >= Number(first) && shot.shot <= Number(last))),
      ),
    [record.shots, zone, outcome, first, last],
  );
  const zones = [...new Set(record.shots.map((shot) => shot.zone ?? ''))].filter(Boolean);
  const { session_id: id, patient_id: patient } = record.session.intent;
  const report = new URLSearchParams({ patient, session: id, ...(zone && { zone }) });
  const of = range(shown);
  if (of !== null) {
    report.set('first', String(of.first));
    report.set('last', String(of.last));
  }
  return (
    <Stack>
      <Group align="end" className="screen-only">
        <NativeSelect
          label={t('zone')}
          value={zone}
          onChange={(event) => setZone(event.currentTarget.value)}
          data={[{ value: '', label: t('all_zones') }, ...zones.map((one) => ({ value: one, label: zoneName(one) }))]}
        />
        <NativeSelect
          label={t('outcome')}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
          data={[
            { value: '', label: t('all_outcomes') },
            ...outcomes.map((one) => ({ value: one as string, label: t(`outcome_word.${one}`) })),
          ]}
        />
        {reports && of !== null && (
          <Button component={Link} to={`/outcomes/events/new?${report}`} variant="default">
            {t('report_shots')}
          </Button>
        )}
      </Group>
      {linked && (
        <Group>
          <Text>{t('linked_shots', { first: count(linked.first), last: count(linked.last) })}</Text>
          <Button
            variant="default"
            onClick={() =>
              ask((now) => {
                now.delete('shots');
                return now;
              })
            }
          >
            {t('show_all_shots')}
          </Button>
        </Group>
      )}
      <Text className="paper-only">{t('shots_on_paper')}</Text>
      <Text role="status">{t('shots_shown', { shown: count(shown.length), all: count(record.shots.length) })}</Text>
      {shown.length > 0 ? <ShotTable shots={shown} /> : <Text>{t('shots_none')}</Text>}
    </Stack>
  );
}
