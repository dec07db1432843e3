import { Grid, List, Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BodyMap, type Mark } from '../../map/BodyMap';
import { useZoneName } from '../../map/zoneName';
import { count, duration, length, volume } from '../../quantity/quantity';
import type { PlanVersion } from './read';

/** What a version says: the map, and the same in words. */
export function ContentView({ version }: { version: PlanVersion }) {
  const { t } = useTranslation('plans');
  const name = useZoneName();
  const marks = Object.fromEntries(
    version.zones.map(({ zone }, index): [string, Mark] => [zone, { tone: 'planned', label: String(index + 1) }]),
  );
  const { course } = version;
  const days = (each: { min_days: number; max_days: number }) =>
    t('days', { min: count(each.min_days), max: count(each.max_days) });
  const total = version.zones.reduce((sum, zone) => sum + zone.points * zone.dose_nl, 0);
  const shots = version.zones.reduce((sum, zone) => sum + zone.points, 0);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, sm: 5, lg: 4 }}>
        <BodyMap marks={marks} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 7, lg: 8 }}>
        <Stack>
          <Title order={2}>{t('version', { version: version.version })}</Title>
          <List>
            <List.Item>
              {t('says.product', { product: [version.product_id, ...(version.mixed_with ?? [])].join(', ') })}
            </List.Item>
            <List.Item>{t('says.device', { device: version.device_family })}</List.Item>
            <List.Item>
              {t('says.sum', { shots: count(shots), volume: volume(total), prime: volume(version.prime_nl) })}
            </List.Item>
            <List.Item>{t('says.head', { shots: count(version.sticks_max), reason: version.sticks_reason })}</List.Item>
            <List.Item>{t('says.course', { sessions: count(course.sessions), days: days(course.interval) })}</List.Item>
            {course.maintenance && <List.Item>{t('says.maintenance', { days: days(course.maintenance) })}</List.Item>}
            {course.source && <List.Item>{t('source', { ns: 'common', source: course.source })}</List.Item>}
          </List>
        </Stack>
      </Grid.Col>
      <Grid.Col span={12}>
        <Table.ScrollContainer minWidth={640} type="native">
          <Table aria-label={t('zones')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('zone_head')}</Table.Th>
                <Table.Th scope="col">{t('diff.technique')}</Table.Th>
                <Table.Th scope="col">{t('diff.points')}</Table.Th>
                <Table.Th scope="col">{t('diff.dose_nl')}</Table.Th>
                <Table.Th scope="col">{t('diff.needle_length_um')}</Table.Th>
                <Table.Th scope="col">{t('diff.spacing_um')}</Table.Th>
                <Table.Th scope="col">{t('diff.min_interval_ms')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {version.zones.map((zone, index) => (
                <Table.Tr key={zone.zone}>
                  <Table.Th scope="row">{`${count(index + 1)}. ${name(zone.zone)}`}</Table.Th>
                  <Table.Td>
                    {`${t(`technique.${zone.technique as 'stamp'}`)}, ${t(`trigger.${zone.trigger as 'single'}`)}`}
                  </Table.Td>
                  <Table.Td>{count(zone.points)}</Table.Td>
                  <Table.Td>{volume(zone.dose_nl)}</Table.Td>
                  <Table.Td>{t('at_angle', { length: length(zone.needle_length_um), angle: count(zone.angle_deg) })}</Table.Td>
                  <Table.Td>{length(zone.spacing_um)}</Table.Td>
                  <Table.Td>{duration(zone.min_interval_ms)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Grid.Col>
    </Grid>
  );
}
