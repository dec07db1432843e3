import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { count } from '../../../quantity/quantity';
import { scales } from '../figures';
import { type BeginDraft, type PointDraft, unreadable } from './draft';

interface PointFieldsProps {
  draft: BeginDraft;
  change: (part: Partial<BeginDraft>) => void;
  wrong: boolean;
}

/** Points in place of the usual ones: what is left empty is taken from the device's profile, or proposed by the planner. */
export function PointFields({ draft, change, wrong }: PointFieldsProps) {
  const { t } = useTranslation('calibration');
  const { unit } = scales[draft.kind];
  const set = (key: number, part: Partial<PointDraft>) =>
    change({ points: draft.points.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  const add = () =>
    change({
      points: [
        ...draft.points,
        {
          key: Math.max(0, ...draft.points.map((each) => each.key)) + 1,
          nominal: '',
          tolerance: '',
          source: '',
          replicates: '',
          shots: '',
        },
      ],
    });
  return (
    <Stack component="section" aria-label={t('points.title')}>
      <Title order={3}>{t('points.title')}</Title>
      <Text>{draft.points.length === 0 ? t(`points.usual.${draft.kind}`) : t('points.help')}</Text>
      {draft.points.map((point, index) => {
        const unread = unreadable(draft.kind, point);
        return (
          <Group key={point.key} align="start" role="group" aria-label={t('points.number', { number: index + 1 })}>
            <TextInput
              w={130}
              label={`${t('table.nominal')} (${unit})`}
              inputMode="decimal"
              value={point.nominal}
              error={
                unread.has('nominal')
                  ? t('points.value_wrong')
                  : wrong && point.nominal.trim() === ''
                    ? t('begin.needed')
                    : undefined
              }
              onChange={(event) => set(point.key, { nominal: event.currentTarget.value })}
            />
            <TextInput
              w={130}
              label={`${t('points.tolerance')} (${unit})`}
              inputMode="decimal"
              value={point.tolerance}
              error={unread.has('tolerance') ? t('points.value_wrong') : undefined}
              onChange={(event) => set(point.key, { tolerance: event.currentTarget.value })}
            />
            <TextInput
              w={260}
              label={t('points.source')}
              value={point.source}
              error={wrong && point.tolerance.trim() !== '' && point.source.trim() === '' ? t('begin.needed') : undefined}
              maxLength={200}
              onChange={(event) => set(point.key, { source: event.currentTarget.value })}
            />
            <TextInput
              w={120}
              label={t('points.replicates')}
              inputMode="numeric"
              value={point.replicates}
              error={unread.has('replicates') ? t('points.count_wrong', { least: 2, most: count(100) }) : undefined}
              onChange={(event) => set(point.key, { replicates: event.currentTarget.value })}
            />
            {draft.kind === 'volume' && (
              <TextInput
                w={150}
                label={t('points.shots')}
                inputMode="numeric"
                value={point.shots}
                error={unread.has('shots') ? t('points.count_wrong', { least: 1, most: count(1_000) }) : undefined}
                onChange={(event) => set(point.key, { shots: event.currentTarget.value })}
              />
            )}
            <Button
              mt={25}
              variant="default"
              aria-label={t('points.remove', { number: index + 1 })}
              onClick={() => change({ points: draft.points.filter((each) => each.key !== point.key) })}
            >
              {t('remove', { ns: 'common' })}
            </Button>
          </Group>
        );
      })}
      {wrong && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t(draft.kind === 'occlusion' ? 'points.wrong_occlusion' : 'points.wrong')}
        </Text>
      )}
      <Group>
        <Button variant="default" onClick={add}>
          {t('points.add')}
        </Button>
      </Group>
    </Stack>
  );
}
