import { Button, Container, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../api/client';
import { queries } from '../api/keys';
import { ProblemAlert } from './ProblemAlert';
import { useWho } from './who';

/** A one-time password opens nothing but the choice of another. */
export function OwnPassword() {
  const { t } = useTranslation('shell');
  const who = useWho();
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState('');
  const change = useMutation({
    mutationFn: async () => {
      await api.POST('/api/v1/session/password', { body: { old, new: chosen } });
      await body(api.POST('/api/v1/session', { body: { person_id: who.person_id, password: chosen } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['who'] }),
  });
  return (
    <Container size="xs" py="xl" component="main">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack>
          <Title order={1}>{t('choose_password')}</Title>
          <Text>{t('password_rule')}</Text>
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
            required
          />
          <ProblemAlert problem={change.error} />
          <Button type="submit" loading={change.isPending}>
            {t('save', { ns: 'common' })}
          </Button>
        </Stack>
      </form>
    </Container>
  );
}
