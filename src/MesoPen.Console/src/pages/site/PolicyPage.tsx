import { Button, Group, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../../parts/Mark';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { policyLines, standing } from './policy';
import { usePolicyWords, useProposals, useSite } from './site';

/** The policy that holds: limits of the site, and what it says of screening, consent and other treatments. */
export function PolicyPage() {
  const { t } = useTranslation('site');
  const words = usePolicyWords();
  const site = useSite();
  const proposals = useProposals();
  const may = useMay('clinician', 'administrator');
  if (site.error) return <ProblemAlert problem={site.error} />;
  if (site.data === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  const { policy, policy_version } = site.data;
  const open = proposals.data?.filter((each) => standing(each, policy_version) === 'open').length ?? 0;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('policy_holds', { version: policy_version })}</Title>
        {may && (
          <Button component={Link} to="/site/change" variant="default">
            {t('propose')}
          </Button>
        )}
      </Group>
      {open > 0 && (
        <Group>
          <Mark tone="warn">{t('proposals_open', { count: open })}</Mark>
          <Button component={Link} to="/site/proposals" variant="default">
            {t('look_at_them')}
          </Button>
        </Group>
      )}
      <Text>{t('policy_help')}</Text>
      {policy.screening_days == null && <Mark tone="bad">{t('screening_unset')}</Mark>}
      {policy.consent_days == null && <Mark tone="bad">{t('consent_unset')}</Mark>}
      <Table withTableBorder withRowBorders aria-label={t('policy')} layout="fixed" styles={{ td: { overflowWrap: 'anywhere' } }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('what')}</Table.Th>
            <Table.Th scope="col">{t('says')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...policyLines(policy, words)].map(([what, says]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row">{what}</Table.Th>
              <Table.Td>{says}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {policy.limits.length === 0 && <Text>{t('no_limits')}</Text>}
    </Stack>
  );
}
