import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { FormDialog } from '../../parts/FormDialog';
import { useSignature } from '../../shell/signature';
import { useWho } from '../../shell/who';
import { roles } from './people';
import { RoleFields } from './RoleFields';

/** A token in one's own name, with at most one's own roles. */
export function IssueTokenDialog({
  onClose,
  onIssued,
}: {
  onClose: () => void;
  onIssued: (token: Schemas['TokenView']) => void;
}) {
  const { t } = useTranslation('people');
  const who = useWho();
  const sign = useSignature();
  const [name, setName] = useState('');
  const [days, setDays] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const issuing = useMutation({
    mutationFn: async () => {
      const header = await sign(t('token_what', { name: name.trim() }));
      return header === null
        ? null
        : body(
            api.POST('/api/v1/tokens', { params: { header }, body: { name: name.trim(), roles: chosen, days: Number(days) } }),
          );
    },
    gcTime: 0,
    onSuccess: (token) => {
      if (token !== null) onIssued(token);
    },
  });
  return (
    <FormDialog title={t('token_issue')} act={t('token_issue_act')} doing={issuing} ready={chosen.length > 0} onClose={onClose}>
      <TextInput
        label={t('token_name')}
        description={t('token_name_help')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        required
      />
      <TextInput
        label={t('token_days')}
        description={t('token_days_help')}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
        inputMode="numeric"
        pattern="[1-9][0-9]{0,2}"
        autoComplete="off"
        required
      />
      <RoleFields value={chosen} onChange={setChosen} offered={roles.filter((role) => who.roles.includes(role))} />
    </FormDialog>
  );
}
