import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { count, duration, length, volume } from '../../../quantity/quantity';
import { useNames } from '../file/useNames';

/** What each zone gets, in the order of work. */
export function ZoneTable({ zones }: { zones: readonly Schemas['PlannedZone'][] }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table striped withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('zones.zone')}</Table.Th>
            <Table.Th>{t('zones.shots')}</Table.Th>
            <Table.Th>{t('zones.dose')}</Table.Th>
            <Table.Th>{t('zones.total')}</Table.Th>
            <Table.Th>{t('zones.needle')}</Table.Th>
            <Table.Th>{t('zones.spacing')}</Table.Th>
            <Table.Th>{t('zones.interval')}</Table.Th>
            <Table.Th>{t('zones.technique')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {zones.map((each) => (
            <Table.Tr key={each.zone}>
              <Table.Th scope="row">{names.zone(each.zone)}</Table.Th>
              <Table.Td>{count(each.points)}</Table.Td>
              <Table.Td fw={700}>{volume(each.dose_nl)}</Table.Td>
              <Table.Td>{volume(each.dose_nl * each.points)}</Table.Td>
              <Table.Td>{t('zones.at', { length: length(each.needle_length_um), angle: count(each.angle_deg) })}</Table.Td>
              <Table.Td>{length(each.spacing_um)}</Table.Td>
              <Table.Td>{duration(each.min_interval_ms)}</Table.Td>
              <Table.Td>
                {each.technique}, {each.trigger}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
