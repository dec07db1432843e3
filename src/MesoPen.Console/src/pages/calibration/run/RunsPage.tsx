import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../api/client';
import { CardList } from '../../../parts/CardList';
import { Mark } from '../../../parts/Mark';
import { useParts } from '../../../parts/useParts';
import { moment } from '../../../quantity/quantity';
import { useMay } from '../../../shell/who';

/** Calibrations that were begun, and the way to begin one. */
export function RunsPage() {
  const { t } = useTranslation('calibration');
  const works = useMay('engineer');
  const runs = useParts(['calibrations', 'list'], (query) => body(api.GET('/api/v1/calibrations', { params: { query } })));
  return (
    <Stack>
      <Title order={2}>{t('sections.runs')}</Title>
      {works && (
        <Group>
          <Button component={Link} to="/calibration/runs/_new" size="lg">
            {t('runs.begin')}
          </Button>
        </Group>
      )}
      <CardList label={t('sections.runs')} parts={runs} empty={t('runs.none')} id={(each) => each.calibration_id}>
        {(each) => (
          <Group justify="space-between">
            <div>
              <Text fw={700}>{t('run.title', { kind: t(`kinds.${each.kind}`), serial: each.serial })}</Text>
              <Text size="sm">{t('runs.begun', { by: each.begun_by, at: moment(each.begun_at), station: each.station })}</Text>
            </div>
            <Group>
              <Mark
                tone={
                  each.certificate_id !== null
                    ? 'good'
                    : each.phase === 'aborted'
                      ? 'bad'
                      : each.phase === 'ended'
                        ? 'info'
                        : 'warn'
                }
              >
                {each.certificate_id ?? t(`phases.${each.phase}`)}
              </Mark>
              <Button
                component={Link}
                to={`/calibration/runs/${each.calibration_id}`}
                variant="default"
                aria-label={t('runs.open_it', { id: each.calibration_id })}
              >
                {t('runs.open')}
              </Button>
            </Group>
          </Group>
        )}
      </CardList>
    </Stack>
  );
}
