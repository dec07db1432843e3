import { List, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { count, volume } from '../../../quantity/quantity';
import { type PlanVersion, read } from '../file/file';
import { ZoneTable } from './ZoneTable';

/** What a version of a plan or protocol says. */
export function Content({ version }: { version: PlanVersion }) {
  const { t } = useTranslation('patients');
  const product = useQuery(read.product(version.product_id));
  const { course } = version;
  const shots = version.zones.reduce((sum, each) => sum + each.points, 0);
  const total = version.zones.reduce((sum, each) => sum + each.points * each.dose_nl, 0);
  const days = (each: { min_days: number; max_days: number }) => ({ min: count(each.min_days), max: count(each.max_days) });
  return (
    <Stack component="section" aria-labelledby="plan-content">
      <Title order={2} id="plan-content">
        {t('content.title')}
      </Title>
      <List>
        <List.Item>{t('content.product', { name: product.data?.name ?? version.product_id, id: version.product_id })}</List.Item>
        {(version.mixed_with ?? []).length > 0 && (
          <List.Item>{t('binding.mixed', { ids: version.mixed_with?.join(', ') })}</List.Item>
        )}
        <List.Item>{t('content.device', { family: version.device_family })}</List.Item>
        <List.Item>
          {t('content.total', { shots: count(shots), volume: volume(total), prime: volume(version.prime_nl) })}
        </List.Item>
        <List.Item>{t('content.head', { shots: count(version.sticks_max), reason: version.sticks_reason })}</List.Item>
        <List.Item>{t('content.course', { sessions: count(course.sessions), ...days(course.interval) })}</List.Item>
        {course.maintenance && <List.Item>{t('content.maintenance', days(course.maintenance))}</List.Item>}
        {course.source && <List.Item>{t('source', { ns: 'common', source: course.source })}</List.Item>}
      </List>
      <ZoneTable zones={version.zones} />
    </Stack>
  );
}
