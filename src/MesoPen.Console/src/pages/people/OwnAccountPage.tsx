import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, setAntiForgery } from '../../api/client';
import { queries } from '../../api/keys';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useWho } from '../../shell/who';

/** One's own password, and the end of every sign-in of one's own. */
export function OwnAccountPage() {
  const { t } = useTranslation('people');
  const who = useWho();
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const [leaving, setLeaving] = useState(false);
  const changing = useMutation({
    mutationFn: async () => {
      await api.POST('/api/v1/session/password', { body: { old, new: chosen } });
      // Every sign-in ended with the old password, this one too.
      const session = await body(api.POST('/api/v1/session', { body: { person_id: who.person_id, password: chosen } }));
      setAntiForgery(session.anti_forgery);
      await queries.invalidateQueries({ queryKey: ['who'] });
      setOld('');
      setChosen('');
      setAgain('');
    },
  });
  const differ = again !== '' && again !== chosen;
  return (
    <Stack maw={560}>
      <Title order={2}>{t('own_account')}</Title>
      <Text>
        {who.name} · {who.person_id}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === again) changing.mutate();
        }}
      >
        <Stack>
          <Title order={3}>{t('own_password')}</Title>
          <Text>{t('password_rule', { ns: 'shell' })}</Text>
          <PasswordInput
            label={t('old_password')}
            value={old}
            onChange={(event) => setOld(event.currentTarget.value)}
            autoComplete="current-password"
            required
          />
          <PasswordInput
            label={t('new_password')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            autoComplete="new-password"
            minLength={12}
            maxLength={128}
            required
          />
          <PasswordInput
            label={t('new_again')}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            autoComplete="new-password"
            error={differ ? t('passwords_differ') : undefined}
            required
          />
          <ProblemAlert problem={changing.error} />
          <div role="status">{changing.isSuccess && <Text fw={700}>✓ {t('password_changed')}</Text>}</div>
          <Button type="submit" loading={changing.isPending}>
            {t('change_password')}
          </Button>
        </Stack>
      </form>
      <Title order={3}>{t('sign_out_everywhere')}</Title>
      <Text>{t('own_sign_out_help')}</Text>
      <Button variant="default" onClick={() => setLeaving(true)}>
        {t('sign_out_everywhere')}
      </Button>
      {leaving && (
        <ReasonDialog
          title={t('sign_out_everywhere')}
          consequence={t('own_sign_out_help')}
          act={t('sign_out_everywhere')}
          withoutReason
          onAct={async () => {
            await api.POST('/api/v1/session/sign-out-everywhere');
            location.assign('/');
          }}
          onClose={() => setLeaving(false)}
        />
      )}
    </Stack>
  );
}
