import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useZoneName } from '../../../map/zoneName';
import { count, duration, length, volume } from '../../../quantity/quantity';
import type { Difference, Value } from '../draft/differences';

interface Props {
  differences: readonly Difference[];
  was: string;
  is: string;
}

/** What is not as it was, old beside new. */
export function DifferenceTable({ differences, was, is }: Props) {
  const { t } = useTranslation('plans');
  const name = useZoneName();
  const shown = useShown();
  if (differences.length === 0) return <Text>{t('no_difference')}</Text>;
  return (
    <Table.ScrollContainer minWidth={360} type="native">
      <Table withTableBorder aria-label={t('differences')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('diff_what')}</Table.Th>
            <Table.Th scope="col">{was}</Table.Th>
            <Table.Th scope="col">{is}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map((each) => {
            switch (each.what) {
              case 'added':
              case 'removed': {
                const { content } = each;
                const text = t('zone_line', {
                  shots: count(content.points),
                  dose: volume(content.dose_nl),
                  length: length(content.needle_length_um),
                  angle: count(content.angle_deg),
                });
                return (
                  <Line
                    key={`${each.what} ${each.zone}`}
                    what={name(each.zone)}
                    was={each.what === 'removed' ? text : t('not_planned')}
                    is={each.what === 'removed' ? t('not_planned') : text}
                  />
                );
              }
              default:
                return (
                  <Line
                    key={each.what === 'zone' ? `${each.zone} ${each.field}` : each.field}
                    what={
                      each.what === 'zone'
                        ? t('diff_zone', { zone: name(each.zone), field: t(`diff.${each.field}`) })
                        : t(`diff.${each.field.replace('.', '_') as 'order'}`)
                    }
                    was={shown(each.field, each.was)}
                    is={shown(each.field, each.is)}
                  />
                );
            }
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Line({ what, was, is }: { what: string; was: string; is: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{what}</Table.Th>
      <Table.Td>{was}</Table.Td>
      <Table.Td fw={700}>{is}</Table.Td>
    </Table.Tr>
  );
}

function useShown(): (field: string, value: Value) => string {
  const { t } = useTranslation('plans');
  const name = useZoneName();
  return (field, value) => {
    if (value === null) return t('nothing');
    if (typeof value === 'number') {
      if (field.endsWith('_um')) return length(value);
      if (field.endsWith('_nl')) return volume(value);
      if (field.endsWith('_ms')) return duration(value);
      if (field.endsWith('_deg')) return `${count(value)}°`;
      return count(value);
    }
    if (typeof value === 'string') {
      if (field === 'technique') return t(`technique.${value as 'stamp'}`);
      return field === 'trigger' ? t(`trigger.${value as 'single'}`) : value;
    }
    if ('min_days' in value) return t('days', { min: count(value.min_days), max: count(value.max_days) });
    return value.map((each) => (field === 'order' ? name(each) : each)).join(', ');
  };
}
