import { Alert, List, Loader, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { count, duration, length, volume } from '../../quantity/quantity';
import { CheckLine } from './CheckLine';
import { useGateChecks } from './checks';
import type { RehearsalView } from './rehearsal';
import { useZoneName } from './zoneName';

/** What the session would be, and what stands against it: before anything is opened. */
export function Rehearsal({ rehearsal, patient }: { rehearsal: RehearsalView | null | undefined; patient: string | null }) {
  const { t } = useTranslation('treat');
  const zoneName = useZoneName();
  const gates = useGateChecks();
  if (rehearsal === undefined) return <Loader />;
  if (rehearsal === null) return null;
  const { problem } = rehearsal;
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
        <Alert color="red" title={problem.title}>
          <Text>{problem.detail}</Text>
          {problem.remedy && <Text>{problem.remedy}</Text>}
        </Alert>
      )}
      {rehearsal.zones.length > 0 && (
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
                {rehearsal.zones.map((zone) => (
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
            <List.Item>{t('rehearsal.sum', { shots: count(rehearsal.shots), volume: volume(rehearsal.volume_nl) })}</List.Item>
            <List.Item>
              {t('rehearsal.product', {
                loaded: volume(rehearsal.loaded_nl),
                prime: volume(rehearsal.prime_nl),
                left: volume(rehearsal.left_nl),
              })}
            </List.Item>
            <List.Item>
              {t('rehearsal.time', { machine: duration(rehearsal.machine_ms), hand: duration(rehearsal.hand_ms) })}
            </List.Item>
            <List.Item>
              {t('rehearsal.heads', { heads: count(rehearsal.needle_heads), cartridges: count(rehearsal.cartridges) })}
            </List.Item>
            {rehearsal.notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
          <details className="limits">
            <summary>{t('rehearsal.limits')}</summary>
            <List>
              {rehearsal.limits.map((limit) => (
                <List.Item key={`${limit.zone} ${limit.kind} ${limit.source}`}>
                  {limit.zone ? `${zoneName(limit.zone)}: ` : ''}
                  {limit.kind} {quantity(limit.value, limit.unit)} ({limit.source}
                  {limit.reason ? `: ${limit.reason}` : ''})
                </List.Item>
              ))}
            </List>
          </details>
        </>
      )}
    </Paper>
  );
}

function quantity(value: number, unit: string): string {
  if (unit === 'nl') return volume(value);
  if (unit === 'um') return length(value);
  if (unit === 'ms') return duration(value);
  return `${count(value)}\u00a0${unit}`;
}
