import { Button, Checkbox, Fieldset, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { DiffTable } from '../../parts/DiffTable';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useSignature } from '../../shell/signature';
import { CombinationFields } from './CombinationFields';
import { LimitFields } from './LimitFields';
import { formOf, type Policy, type PolicyForm, policyDifference, policyOf } from './policy';
import { siteChanged, useDiffWords, usePolicyWords } from './site';

/** A change of the site's policy as a proposal: with the difference and a reason, signed; it holds when another person approves. */
export function PolicyEditor({ policy, version }: { policy: Policy; version: number }) {
  const { t } = useTranslation('site');
  const words = usePolicyWords();
  const diffWords = useDiffWords();
  const sign = useSignature();
  const navigate = useNavigate();
  const [form, setForm] = useState<PolicyForm>(() => formOf(policy));
  const [reason, setReason] = useState('');
  const set = (change: Partial<PolicyForm>) => setForm({ ...form, ...change });
  const next = policyOf(form);
  const changes = next === null ? [] : policyDifference(policy, next, words);
  const proposing = useMutation({
    mutationFn: async () => {
      if (next === null) return;
      const header = await sign(t('propose_what', { count: changes.length, reason: reason.trim() }));
      if (header === null) return;
      await api.POST('/api/v1/site/proposals', {
        params: { header },
        body: { policy: next, base_version: version, reason: reason.trim() },
      });
      await siteChanged();
      await navigate('/site/proposals');
    },
  });
  const days = (key: 'screening' | 'consent', label: string, help: string) => (
    <TextInput
      label={label}
      description={help}
      value={form[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
      inputMode="numeric"
      pattern="[1-9][0-9]{0,3}"
      autoComplete="off"
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        proposing.mutate();
      }}
    >
      <Stack maw={960}>
        <Title order={2}>{t('propose')}</Title>
        <Text>{t('propose_help')}</Text>
        <Fieldset legend={t('validity')}>
          <Stack>
            {days('screening', t('screening_days'), t('days_help_screening'))}
            {days('consent', t('consent_days'), t('days_help_consent'))}
          </Stack>
        </Fieldset>
        <Checkbox
          size="lg"
          label={t('forbids')}
          checked={form.forbids}
          onChange={(event) => set({ forbids: event.currentTarget.checked })}
          styles={{ body: { minHeight: 44, alignItems: 'center' } }}
        />
        <CombinationFields rows={form.combination} onChange={(combination) => set({ combination })} />
        <LimitFields rows={form.limits} onChange={(limits) => set({ limits })} />
        <section aria-label={t('difference')}>
          <Title order={3}>{t('difference')}</Title>
          <Text mb="xs">
            {next === null ? t('unfinished') : changes.length === 0 ? t('no_difference') : t('difference_help', { version })}
          </Text>
          {changes.length > 0 && <DiffTable changes={changes} words={diffWords} />}
        </section>
        <TextInput
          label={t('reason', { ns: 'common' })}
          description={t('reason_help', { ns: 'common' })}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          required
        />
        <ProblemAlert problem={proposing.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void navigate('/site')}>
            {t('cancel', { ns: 'common' })}
          </Button>
          <Button type="submit" loading={proposing.isPending} disabled={changes.length === 0}>
            {t('sign_and_propose')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
