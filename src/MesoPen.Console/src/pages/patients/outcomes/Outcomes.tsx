import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../shell/who';
import { read } from '../file/file';
import { useNames } from '../file/useNames';
import { usePatientId } from '../file/usePatientId';
import { Loaded } from '../form/Loaded';
import type { Series } from './measured';
import { OutcomeChart } from './OutcomeChart';
import { OutcomeEntries } from './OutcomeEntries';
import { OutcomeForm } from './OutcomeForm';
import { Photos } from './Photos';

/** What the treatment did: measures and scores over time, and where the photographs are kept. */
export function Outcomes() {
  const { t } = useTranslation('patients');
  const names = useNames();
  const may = useMay('clinician');
  const id = usePatientId();
  const series = useQuery(read.series(id));
  const [adding, setAdding] = useState(false);
  const name = (each: Series) =>
    [each.score_name ?? t(`measure.${each.measure}`), names.zone(each.zone), each.instrument].filter(Boolean).join(', ');
  return (
    <Stack>
      <Title order={1}>{t('page.outcomes')}</Title>
      {may && !adding && (
        <Group>
          <Button onClick={() => setAdding(true)}>{t('outcome.new')}</Button>
        </Group>
      )}
      {adding && <OutcomeForm patient={id} corrects={null} onDone={() => setAdding(false)} />}
      <Loaded query={series}>
        {(all) => (
          <>
            {all.length === 0 && <Text>{t('outcome.none')}</Text>}
            {all.map((each) => (
              <Paper key={`${name(each)} ${each.unit}`} withBorder p="md" component="section" aria-label={name(each)}>
                <Title order={2}>{name(each)}</Title>
                <OutcomeChart series={each} name={name(each)} />
              </Paper>
            ))}
          </>
        )}
      </Loaded>
      <OutcomeEntries patient={id} may={may} />
      <Photos patient={id} may={may} />
    </Stack>
  );
}
