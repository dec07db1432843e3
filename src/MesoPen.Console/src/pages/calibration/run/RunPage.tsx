import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../../api/client';
import { Facts } from '../../../parts/Facts';
import { Mark } from '../../../parts/Mark';
import { ReasonDialog } from '../../../parts/ReasonDialog';
import { moment } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useMay } from '../../../shell/who';
import { calibrationChanged, useBench, useCalibration, useResult } from '../bench';
import { isOpen, stepOf } from '../model';
import { Steps } from '../Steps';
import { Adjustment } from './Adjustment';
import { AtBench } from './AtBench';
import { Decisions } from './Decisions';
import { ErrorPlot } from './ErrorPlot';
import { Results } from './Results';

/** One calibration: what the bench does now, what was measured, what it says, and who stands for it. */
export function RunPage() {
  const { t } = useTranslation('calibration');
  const { id = '' } = useParams();
  const decides = useMay('engineer', 'administrator');
  const [aborting, setAborting] = useState(false);
  const bench = useBench().data;
  const working = bench?.working === true && bench.calibration_id === id;
  const read = useCalibration(id, working);
  const run = read.data;
  const result = useResult(run);
  // While readings come in, only their picture is shown: figures of half a series would be taken for a result.
  const told = working || result.isPlaceholderData ? undefined : result.data;
  if (read.error) return <ProblemAlert problem={read.error} />;
  if (run === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('run.title', { kind: t(`kinds.${run.kind}`), serial: run.device.serial })}</Title>
        {run.device.simulated && <Mark tone="info">{t('simulated')}</Mark>}
      </Group>
      <Steps at={stepOf(run)} />
      {run.aborted_for !== null && (
        <div>
          <Mark tone="bad">{t('run.aborted', { reason: run.aborted_for })}</Mark>
        </div>
      )}
      {(isOpen(run) || working) && <AtBench run={run} bench={bench} working={working} />}
      <Decisions run={run} result={told} working={working} />
      {run.proposal !== null && <Adjustment run={run} result={told} />}
      <ErrorPlot run={run} result={result.data} working={working} />
      <ProblemAlert problem={result.error} />
      {!working && result.isFetching && <Text role="status">{t('run.evaluating')}</Text>}
      {told && <Results run={run} result={told} />}
      <Facts
        of={[
          [t('run.id'), run.calibration_id],
          [t('profile'), run.device.model],
          [t('firmware'), run.device.firmware],
          [t('run.begun_by'), run.begun_by],
          [t('run.begun_at'), moment(run.begun_at)],
          [t('run.last_at'), moment(run.last_at)],
          [t('run.rule'), t(`rules.${run.setup.rule}`)],
        ]}
      />
      {run.refusals.length > 0 && (
        <section aria-label={t('run.refusals')}>
          <Title order={3}>{t('run.refusals')}</Title>
          <ul lang="en">
            {run.refusals.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows.
              <li key={index}>{each}</li>
            ))}
          </ul>
        </section>
      )}
      {decides && isOpen(run) && (
        <Group>
          <Button variant="outline" color="red" onClick={() => setAborting(true)}>
            {t('run.abort')}
          </Button>
        </Group>
      )}
      {aborting && (
        <ReasonDialog
          title={t('run.abort_title')}
          consequence={t('run.abort_consequence')}
          act={t('run.abort')}
          onAct={async (reason) => {
            await api.POST('/api/v1/calibrations/{id}/abort', { params: { path: { id } }, body: { reason } });
            await calibrationChanged();
          }}
          onClose={() => setAborting(false)}
        />
      )}
    </Stack>
  );
}
