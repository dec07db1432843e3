import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { DiffTable } from '../../parts/DiffTable';
import { Mark } from '../../parts/Mark';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useSignature } from '../../shell/signature';
import { useMay, useWho } from '../../shell/who';
import { type Policy, type Proposal, policyDifference, standing } from './policy';
import { siteChanged, useDiffWords, usePolicyWords } from './site';

/** A proposal that waits: what differs, why, and the second signature, which the proposer cannot give. */
export function ProposalCard({ proposal, version, holds }: { proposal: Proposal; version: number; holds: Policy }) {
  const { t } = useTranslation('site');
  const words = usePolicyWords();
  const diffWords = useDiffWords();
  const sign = useSignature();
  const own = useWho().person_id === proposal.proposed.person_id;
  const may = useMay('clinician', 'administrator');
  const [withdrawing, setWithdrawing] = useState(false);
  const outdated = standing(proposal, version) === 'outdated';
  const changes = policyDifference(holds, proposal.policy, words);
  const path = { id: proposal.proposal_id };
  const approving = useMutation({
    mutationFn: async () => {
      const header = await sign(t('approve_what', { count: changes.length, name: proposal.proposed.printed_name }));
      if (header !== null) await api.POST('/api/v1/site/proposals/{id}/approval', { params: { path, header } });
    },
    onSettled: siteChanged,
  });
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={t('proposal_of', { name: proposal.proposed.printed_name })}
      data-id={proposal.proposal_id}
    >
      <Stack gap="sm">
        <div>
          <Mark tone="warn">{outdated ? t('outdated') : t('waits')}</Mark>
        </div>
        <DiffTable changes={changes} words={diffWords} />
        <Text fw={700}>{t('why', { reason: proposal.reason })}</Text>
        <Text>{t('proposed_by', { name: proposal.proposed.printed_name, at: moment(proposal.proposed.at) })}</Text>
        {may && own && !outdated && <Text>{t('own_proposal')}</Text>}
        {outdated && <Text>{t('outdated_remedy')}</Text>}
        <ProblemAlert problem={approving.error} />
        {may && (
          <Group>
            {!own && !outdated && (
              <Button onClick={() => approving.mutate()} loading={approving.isPending}>
                {t('approve')}
              </Button>
            )}
            <Button variant="default" onClick={() => setWithdrawing(true)}>
              {t('withdraw')}
            </Button>
          </Group>
        )}
      </Stack>
      {withdrawing && (
        <ReasonDialog
          title={t('withdraw_proposal')}
          consequence={t('withdraw_consequence')}
          act={t('withdraw')}
          withoutReason
          onAct={async () => {
            await api.POST('/api/v1/site/proposals/{id}/withdrawal', { params: { path } });
            await siteChanged();
          }}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Paper>
  );
}
