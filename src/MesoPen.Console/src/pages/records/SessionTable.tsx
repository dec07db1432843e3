import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { moment, volume } from '../../quantity/quantity';
import { useNames } from './reading';
import { SessionState } from './SessionState';
import { Wide } from './Wide';
import { useZoneName } from './zoneName';

/** A row a session: when, who, where, how much. */
export function SessionTable({ sessions }: { sessions: readonly Schemas['Treatment'][] }) {
  const { t } = useTranslation('records');
  const name = useNames();
  const zone = useZoneName();
  return (
    <Wide label={t('list_caption')}>
      <Table aria-label={t('list_caption')} highlightOnHover miw={760} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('opened')}</Table.Th>
            <Table.Th>{t('patient')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th>{t('zones')}</Table.Th>
            <Table.Th>{t('dose')}</Table.Th>
            <Table.Th>{t('by')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => {
            const { session_id, patient_id, clinician_id } = session.intent;
            const zones = session.ended?.zones.filter((one) => one.shots + one.unknown_shots > 0) ?? [];
            const unknown = zones.reduce((sum, one) => sum + one.unknown_nl, 0);
            return (
              <Table.Tr key={session_id}>
                <Table.Td>
                  <Anchor component={Link} to={`/records/${session_id}`} className="records-row" fw={600}>
                    {moment(session.opened_at)}
                  </Anchor>
                </Table.Td>
                <Table.Td>{patient_id}</Table.Td>
                <Table.Td>
                  <SessionState session={session} />
                </Table.Td>
                <Table.Td>{zones.length > 0 ? zones.map((one) => zone(one.zone)).join(' · ') : '–'}</Table.Td>
                <Table.Td>
                  {session.ended ? volume(zones.reduce((sum, one) => sum + one.delivered_nl, 0)) : '–'}
                  {unknown > 0 && `, ${t('unknown').toLowerCase()} ${t('unknown_volume', { volume: volume(unknown) })}`}
                </Table.Td>
                <Table.Td>{name(clinician_id)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
