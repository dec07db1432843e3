import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Difference } from './differences';

/** Says what somebody else changed while a form was open; nothing if nobody did. */
export function Moved({ changes }: { changes: readonly Difference[] | null }) {
  const { t } = useTranslation('patients');
  if (changes === null) return null;
  return (
    <Alert
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      color="yellow"
      variant="light"
      role="alert"
      title={t('moved.title')}
      data-testid="moved"
    >
      <Text>{t('moved.text')}</Text>
      <List mt="xs">
        {changes.map(({ field, was, is }) => (
          <List.Item key={field}>{t('moved.line', { field, was: was || '–', is: is || '–' })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
