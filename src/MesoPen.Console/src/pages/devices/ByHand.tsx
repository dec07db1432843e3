import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { FoundDevice } from './FoundDevice';

/** An address that no look around finds: a network socket, a pseudo-terminal. */
export function ByHand() {
  const { t } = useTranslation('devices');
  const [address, setAddress] = useState('');
  const test = useMutation({ mutationFn: () => body(api.POST('/api/v1/devices/test', { body: { address: address.trim() } })) });
  return (
    <Stack component="section" aria-label={t('by_hand')}>
      <Title order={2}>{t('by_hand')}</Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          test.mutate();
        }}
      >
        <Group align="end">
          <TextInput
            label={t('address')}
            description={t('by_hand_help')}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            autoCapitalize="none"
            spellCheck={false}
            required
            style={{ flex: 1, minWidth: 220 }}
          />
          <Button type="submit" variant="default" loading={test.isPending}>
            {t('test')}
          </Button>
        </Group>
      </form>
      <ProblemAlert problem={test.error} />
      {test.data !== undefined && <FoundDevice key={test.data.address} found={test.data} />}
    </Stack>
  );
}
