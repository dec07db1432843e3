import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { count, length, volume } from '../../quantity/quantity';
import { type HeldLimit, heldLimits, isBeyond } from './limits';
import type { Ground } from './reading';
import { Wide } from './Wide';
import { useZoneName } from './zoneName';

/** The limits that a session was held to, by what is known of its ground. */
export function useLimits({ session, shots }: Schemas['SessionRecordView'], ground: Ground): HeldLimit[] {
  return heldLimits({
    plan: ground.version,
    products: ground.products,
    site: ground.site,
    catalogue: ground.catalogue,
    head: ground.heads.at(-1),
    basis: session.basis,
    shots,
    punctures: session.ended?.punctures ?? null,
  });
}

/** The limits that the session was held to, each with its source and how much of it was used. */
export function Limits({ record, ground }: { record: Schemas['SessionRecordView']; ground: Ground }) {
  const { t } = useTranslation('records');
  const zone = useZoneName();
  const limits = useLimits(record, ground);
  return (
    <Wide label={t('limits_caption')}>
      <Table aria-label={t('limits_caption')} miw={680} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('zone')}</Table.Th>
            <Table.Th>{t('limit')}</Table.Th>
            <Table.Th>{t('allowed')}</Table.Th>
            <Table.Th>{t('used')}</Table.Th>
            <Table.Th>{t('limit_source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {limits.map((limit) => (
            <Table.Tr key={[limit.kind, limit.zone, limit.source].join()}>
              <Table.Td>{limit.zone === null ? t('whole_session') : zone(limit.zone)}</Table.Td>
              <Table.Th scope="row">{t(`kind.${limit.kind}`)}</Table.Th>
              <Table.Td>{quantity(limit, limit.value)}</Table.Td>
              <Table.Td className={isBeyond(limit) ? 'records-beyond' : undefined}>
                {quantity(limit, limit.used)}
                {isBeyond(limit) && ` ⚠ ${t('beyond')}`}
              </Table.Td>
              <Table.Td>
                {limit.source}
                {!limit.asThen && <Text>{t('limit_since')}</Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

/** A value in the unit of its kind. */
export function quantity(limit: Pick<HeldLimit, 'kind'>, value: number): string {
  switch (limit.kind) {
    case 'zone-shots-max':
    case 'needle-sticks-max':
      return count(value);
    case 'tissue-depth-max':
    case 'tissue-depth-min':
    case 'needle-length-max':
    case 'needle-length-min':
      return length(value);
    default:
      return volume(value);
  }
}
