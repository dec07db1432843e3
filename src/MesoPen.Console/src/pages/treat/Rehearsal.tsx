import { Alert, List, Loader, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useZoneName } from '../../map/zoneName';
import { count, duration, volume } from '../../quantity/quantity';
import { CheckLine } from './CheckLine';
import { useGateChecks } from './checks';

/** What the session would be, and what stands against it: before anything is opened. */
export function Rehearsal({ rehearsal, patient }: { rehearsal: Schemas['RehearsalView'] | undefined; patient: string | null }) {
  const { t } = useTranslation('treat');
  const zoneName = useZoneName();
  const gates = useGateChecks();
  if (rehearsal === undefined) return <Loader />;
  const { problem, zones = [], notes = [], limits = [] } = rehearsal;
  const left = rehearsal.left_nl ?? 0;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="rehearsal-title">
      <Title order={2} size="h3" id="rehearsal-title">
        {t('rehearsal.title')}
      </Title>
      <Title order={3} size="h4" mt="sm">
        {t('ready.title')}
      </Title>
      <ul className="checks">
        {gates(rehearsal.gates, patient).map((check, index) => (
          <CheckLine key={check.id} check={check} index={index} />
        ))}
      </ul>
      {problem && !rehearsal.gates.some((gate) => gate.detail === problem.detail) && (
        <Alert color="red" title={problem.title} lang="en">
          <Text>{problem.detail}</Text>
          {problem.remedy && <Text>{problem.remedy}</Text>}
        </Alert>
      )}
      {zones.length > 0 && (
        <>
          <Title order={3} size="h4" mt="md">
            {t('rehearsal.totals')}
          </Title>
          <Table.ScrollContainer minWidth={420}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('shots.zone')}</Table.Th>
                  <Table.Th>{t('rehearsal.shots')}</Table.Th>
                  <Table.Th>{t('zone.dose')}</Table.Th>
                  <Table.Th>{t('rehearsal.total')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {zones.map((zone) => (
                  <Table.Tr key={zone.zone}>
                    <Table.Td>{zoneName(zone.zone)}</Table.Td>
                    <Table.Td>{count(zone.shots)}</Table.Td>
                    <Table.Td>{volume(zone.dose_nl)}</Table.Td>
                    <Table.Td>{volume(zone.total_nl)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <List>
            <List.Item>
              {t('rehearsal.sum', {
                count: rehearsal.shots ?? 0,
                shots: count(rehearsal.shots ?? 0),
                volume: volume(rehearsal.volume_nl ?? 0),
              })}
            </List.Item>
            <List.Item>
              {t(left < 0 ? 'rehearsal.product_short' : 'rehearsal.product', {
                loaded: volume(rehearsal.loaded_nl ?? 0),
                prime: volume(rehearsal.prime_nl ?? 0),
                left: volume(left),
                short: volume(-left),
              })}
            </List.Item>
            <List.Item>
              {t('rehearsal.time', { machine: duration(rehearsal.machine_ms ?? 0), hand: duration(rehearsal.hand_ms ?? 0) })}
            </List.Item>
            <List.Item>
              {t('rehearsal.heads', { heads: count(rehearsal.needle_heads ?? 0), cartridges: count(rehearsal.cartridges ?? 0) })}
            </List.Item>
            {notes.map((note) => (
              <List.Item key={note} lang="en">
                {note}
              </List.Item>
            ))}
          </List>
          <details className="limits">
            <summary>{t('rehearsal.limits')}</summary>
            <List>
              {limits.map((limit) => (
                <List.Item key={`${limit.zone} ${limit.kind} ${limit.source}`} lang="en">
                  {limit.reason}
                </List.Item>
              ))}
            </List>
          </details>
        </>
      )}
    </Paper>
  );
}
