import { Container, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Account } from './Account';
import { ChooseLanguage } from './ChooseLanguage';

/** The first run: nobody works here yet. Language first, then the code, the account and what the clinic begins with. */
export default function FirstRun() {
  const { t } = useTranslation('setup');
  const [chosen, setChosen] = useState(false);
  return (
    <Container size="sm" py="xl" pb={112} component="main">
      <Stack>
        <Title order={1}>{chosen ? t('title') : t('welcome')}</Title>
        <Text>{t('not_approved', { ns: 'shell' })}</Text>
        <Text fw={600}>{t('no_device')}</Text>
        {chosen ? <Account back={() => setChosen(false)} /> : <ChooseLanguage chosen={() => setChosen(true)} />}
      </Stack>
    </Container>
  );
}
