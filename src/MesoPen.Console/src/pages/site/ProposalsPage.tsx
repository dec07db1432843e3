import { Button, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DiffTable } from '../../parts/DiffTable';
import { moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { ProposalCard } from './ProposalCard';
import { history, policyDifference, standing } from './policy';
import { useDiffWords, usePolicyWords, useProposals, useSite } from './site';

/** So many versions are shown before more are asked for. */
const step = 20;

/** What was proposed and waits for a second person, and every version that held. */
export function ProposalsPage() {
  const { t } = useTranslation('site');
  const site = useSite();
  const proposals = useProposals();
  const words = usePolicyWords();
  const diffWords = useDiffWords();
  const [shown, setShown] = useState(step);
  if (proposals.error || site.error) return <ProblemAlert problem={proposals.error ?? site.error} />;
  if (proposals.data === undefined || site.data === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  const version = site.data.policy_version;
  const waiting = proposals.data.filter((each) => ['open', 'outdated'].includes(standing(each, version)));
  const versions = history(proposals.data);
  const withdrawn = proposals.data.filter((each) => standing(each, version) === 'withdrawn');
  return (
    <Stack>
      <Title order={2}>{t('proposals')}</Title>
      {waiting.length === 0 && <Text size="lg">{t('proposals_empty')}</Text>}
      {waiting.map((proposal) => (
        <ProposalCard key={proposal.proposal_id} proposal={proposal} version={version} holds={site.data.policy} />
      ))}
      <Title order={2}>{t('history')}</Title>
      {versions.length === 0 && <Text>{t('history_empty')}</Text>}
      {versions.slice(0, shown).map(({ version: number, proposal, before }) => (
        <Paper key={number} withBorder p="md" component="section" aria-label={t('version', { number })}>
          <Stack gap="sm">
            <Title order={3}>{t('version', { number })}</Title>
            <DiffTable changes={policyDifference(before, proposal.policy, words)} words={diffWords} />
            <Text>{t('why', { reason: proposal.reason })}</Text>
            <Text>{t('proposed_by', { name: proposal.proposed.printed_name, at: moment(proposal.proposed.at) })}</Text>
            {proposal.approved && (
              <Text>{t('approved_by', { name: proposal.approved.printed_name, at: moment(proposal.approved.at) })}</Text>
            )}
          </Stack>
        </Paper>
      ))}
      {versions.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + step)}>
          {t('more', { ns: 'common' })}
        </Button>
      )}
      {withdrawn.length > 0 && <Title order={2}>{t('withdrawn')}</Title>}
      {withdrawn.map((proposal) => (
        <Paper key={proposal.proposal_id} withBorder p="md">
          <Text>{t('why', { reason: proposal.reason })}</Text>
          <Text>{t('proposed_by', { name: proposal.proposed.printed_name, at: moment(proposal.proposed.at) })}</Text>
          <Text>{t('withdrawn_by', { name: proposal.withdrawn_by ?? '' })}</Text>
        </Paper>
      ))}
    </Stack>
  );
}
