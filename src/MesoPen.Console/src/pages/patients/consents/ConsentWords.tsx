import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { plain } from '../file/plain';

const parts = ['treatment', 'expected_outcomes', 'adverse_events', 'alternatives', 'aftercare'] as const;

/** The words that the patient consents upon: all of them, as the host sent them, in their own language. */
export function ConsentWords({ text }: { text: Schemas['ConsentText'] }) {
  const { t } = useTranslation('patients');
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="words">
      <Stack gap="sm">
        <Title order={2} id="words" lang={text.language}>
          {text.title}
        </Title>
        {parts.map((part) => (
          <Stack key={part} gap={4}>
            <Title order={3}>{t(`words.${part}`)}</Title>
            {text[part].map((paragraph) => (
              <Text key={paragraph} size="lg" lang={text.language}>
                {paragraph}
              </Text>
            ))}
          </Stack>
        ))}
        <Text size="sm" c="dimmed">
          {t('words.which', { id: text.id, version: plain(text.version), language: text.language })}
        </Text>
      </Stack>
    </Paper>
  );
}
