import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Wide } from './Wide';

const words = [
  'plan',
  'protocol',
  'screening',
  'consent',
  'product',
  'lot',
  'vial',
  'head',
  'competence',
  'profile',
  'zones',
  'limits',
  'override',
  'clearance',
] as const;

/** The word for a kind of ground. */
export function basisWord(kind: string): (typeof words)[number] | 'other' {
  return words.find((word) => word === kind) ?? 'other';
}

/** All that the session stood on, by version and hash: whoever has the thing can tell whether it is the same. */
export function Basis({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  return (
    <Wide label={t('basis_caption')}>
      <Table aria-label={t('basis_caption')} miw={680} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('basis_kind')}</Table.Th>
            <Table.Th>{t('basis_id')}</Table.Th>
            <Table.Th>{t('basis_version')}</Table.Th>
            <Table.Th>{t('basis_hash')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {session.basis.map((item) => (
            <Table.Tr key={`${item.kind} ${item.id}`}>
              <Table.Th scope="row">{t(`basis_word.${basisWord(item.kind)}`)}</Table.Th>
              <Table.Td>{item.id}</Table.Td>
              <Table.Td>{item.version}</Table.Td>
              <Table.Td className="records-hash">{item.sha256}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
