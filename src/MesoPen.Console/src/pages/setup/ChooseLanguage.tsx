import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Language, languages, setLanguage } from '../../i18n';

/** Each language in its own words: who cannot read this page finds his. */
export function ChooseLanguage({ chosen }: { chosen: () => void }) {
  const { t } = useTranslation('setup');
  return (
    <Stack>
      <Title order={2}>{t('language_title')}</Title>
      <Text>{t('language_text')}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {Object.entries(languages).map(([tag, name]) => (
          <Button key={tag} lang={tag} variant="default" h={64} onClick={() => void setLanguage(tag as Language).then(chosen)}>
            {name}
          </Button>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
