import { Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas, versioned } from '../../api/client';
import { Facts } from '../../parts/Facts';
import { count } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useSignature } from '../../shell/signature';
import { useMay } from '../../shell/who';
import { siteChanged } from './site';

type Security = Schemas['SiteSecurity'];

/** The bounds that the host takes. */
const bounds = {
  sign_in_hours: [1, 24],
  failures_max: [3, 20],
  lock_minutes: [5, 1440],
  initial_password_hours: [1, 168],
  override_hours_max: [1, 72],
} as const satisfies Record<keyof Security, readonly [number, number]>;
const fields = Object.keys(bounds) as (keyof Security)[];

/** How long sign-ins, one-time passwords and overrides last, and when an account is locked. */
export function SecurityPage() {
  const { t } = useTranslation('site');
  const may = useMay('administrator');
  const read = useQuery({ queryKey: ['site', 'versioned'], queryFn: () => versioned(api.GET('/api/v1/site')) });
  if (read.error) return <ProblemAlert problem={read.error} />;
  if (read.data === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  const { security } = read.data.value;
  return (
    <Stack maw={640}>
      <Title order={2}>{t('security')}</Title>
      {may ? (
        <SecurityForm key={read.data.etag} security={security} etag={read.data.etag} />
      ) : (
        <Facts of={fields.map((field) => [t(`security_fields.${field}`), count(security[field])] as const)} />
      )}
    </Stack>
  );
}

function SecurityForm({ security, etag }: { security: Security; etag: string }) {
  const { t } = useTranslation('site');
  const sign = useSignature();
  const [typed, setTyped] = useState(() => fields.map((field) => String(security[field])));
  const next = Object.fromEntries(fields.map((field, at) => [field, Number(typed[at])])) as unknown as Security;
  const same = fields.every((field) => next[field] === security[field]);
  const saving = useMutation({
    mutationFn: async () => {
      const header = await sign(t('security_what'));
      if (header === null) return;
      await api.PUT('/api/v1/site/security', { params: { header: { ...header, 'If-Match': etag } }, body: next });
    },
    onSettled: siteChanged,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Stack>
        {fields.map((field, at) => (
          <TextInput
            key={field}
            type="number"
            label={t(`security_fields.${field}`)}
            description={t('from_to', { from: bounds[field][0], to: bounds[field][1] })}
            value={typed[at] ?? ''}
            min={bounds[field][0]}
            max={bounds[field][1]}
            step={1}
            onChange={(event) => setTyped(typed.map((each, index) => (index === at ? event.currentTarget.value : each)))}
            required
          />
        ))}
        <Text>{t('security_help')}</Text>
        <ProblemAlert problem={saving.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={saving.isPending} disabled={same}>
            {t('sign_and_save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
