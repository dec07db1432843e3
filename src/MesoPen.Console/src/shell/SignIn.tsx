import { Button, Container, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../api/client';
import { queries } from '../api/keys';
import { ProblemAlert } from './ProblemAlert';

/** Who are you? */
export function SignIn() {
  const { t } = useTranslation('shell');
  const [person, setPerson] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => body(api.POST('/api/v1/session', { body: { person_id: person.trim(), password } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['who'] }),
  });
  return (
    <Container size="xs" py="xl" component="main">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Stack>
          <Title order={1}>{t('sign_in')}</Title>
          <Text>{t('not_approved')}</Text>
          <TextInput
            label={t('person')}
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            required
          />
          <PasswordInput
            label={t('password', { ns: 'common' })}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
          />
          <ProblemAlert problem={signIn.error} />
          <Button type="submit" loading={signIn.isPending}>
            {t('sign_in')}
          </Button>
        </Stack>
      </form>
    </Container>
  );
}
