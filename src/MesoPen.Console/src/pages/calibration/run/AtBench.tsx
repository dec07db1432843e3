import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Mark } from '../../../parts/Mark';
import { count, duration } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useMay } from '../../../shell/who';
import { calibrationChanged } from '../bench';
import { shownBy } from '../figures';
import type { Bench, Calibration } from '../model';
import { Asked } from './Asked';

interface AtBenchProps {
  run: Calibration;
  bench: Bench | undefined;
  working: boolean;
}

/** What the bench does now: what the instrument shows, how far it is, how long it takes, what a person is asked. */
export function AtBench({ run, bench, working }: AtBenchProps) {
  const { t } = useTranslation('calibration');
  const works = useMay('engineer');
  const here = bench?.calibration_id === run.calibration_id ? bench : undefined;
  const progress = here?.progress?.calibration_id === run.calibration_id ? here.progress : null;
  const path = { id: run.calibration_id };
  const go = useMutation({
    mutationFn: () => api.POST('/api/v1/calibrations/{id}/go', { params: { path } }),
    onSettled: calibrationChanged,
  });
  const rest = useMutation({
    mutationFn: () => api.POST('/api/v1/calibrations/{id}/rest', { params: { path } }),
    onSettled: calibrationChanged,
  });
  const waits = run.phase === 'awaiting-acceptance';
  const percent = progress === null || progress.total === 0 ? 0 : (progress.done / progress.total) * 100;
  return (
    <Paper component="section" withBorder p="md" aria-label={t('bench.label')}>
      <Stack>
        <Group justify="space-between" align="start">
          <div>
            <Title order={3}>{t(`phases.${run.phase}`)}</Title>
            <Mark tone={working ? 'good' : 'idle'}>
              {working ? t('bench.works') : waits ? t('bench.waits') : t('bench.rests')}
            </Mark>
          </div>
          {run.kind !== 'occlusion' && (
            <div className="calibration-shown">
              <Text size="sm">{run.kind === 'volume' ? t('bench.weight') : t('bench.reading')}</Text>
              <output className="calibration-value" aria-label={run.kind === 'volume' ? t('bench.weight') : t('bench.reading')}>
                {progress?.shown == null ? '—' : shownBy(run.kind, progress.shown, run.setup.references)}
              </output>
              {progress?.shown != null && (
                <Mark tone={progress.shown_stable ? 'good' : 'warn'}>
                  {progress.shown_stable ? t('bench.stable') : t('bench.moving')}
                </Mark>
              )}
            </div>
          )}
        </Group>
        {progress !== null && (
          <>
            <Progress value={percent} size="xl" aria-label={t('bench.progress')} />
            <Group justify="space-between">
              <Text>{t('bench.done', { done: count(progress.done), total: count(progress.total) })}</Text>
              {working && (
                <Text>
                  {progress.seconds_left === null
                    ? t('bench.time_unknown')
                    : progress.seconds_left < 1
                      ? t('bench.time_soon')
                      : t('bench.time_left', { time: duration(progress.seconds_left * 1_000) })}
                </Text>
              )}
            </Group>
            {working && (
              <Text lang="en" role="status">
                {progress.doing}
              </Text>
            )}
            {progress.notice !== null && (
              <div>
                <Mark tone="warn">
                  <span lang="en">{progress.notice}</span>
                </Mark>
              </div>
            )}
          </>
        )}
        {working && here?.asks != null && <Asked key={here.asks.number} id={run.calibration_id} asks={here.asks} />}
        {!working && !waits && here?.rests_text != null && (
          <Text lang="en" role="status">
            {here.rests_text}
          </Text>
        )}
        <ProblemAlert problem={go.error ?? rest.error} />
        {works && !waits && (
          <Group>
            {working ? (
              <Button variant="default" loading={rest.isPending} onClick={() => rest.mutate()}>
                {t('bench.rest')}
              </Button>
            ) : (
              <Button loading={go.isPending} onClick={() => go.mutate()}>
                {t('bench.go')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
