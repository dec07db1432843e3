import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { typedStrokes, withoutStrokes } from './letters';
import { field, pathOf } from './strokes';

interface Props {
  name: string;
  agreed: boolean;
  onName: (name: string) => void;
  onAgreed: (agreed: boolean) => void;
}

/** A name in place of a drawn signature, for who cannot draw one. The record takes lines alone: it gets the name in letters of lines, marked as typed. */
export function TypedName({ name, agreed, onName, onAgreed }: Props) {
  const { t } = useTranslation('patients');
  const missing = withoutStrokes(name);
  return (
    <Stack gap="xs">
      <Text>{t('sign.typed_help')}</Text>
      <TextInput
        label={t('sign.typed_name')}
        description={t('sign.typed_name_help')}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
        maxLength={40}
        autoComplete="off"
        error={missing.length > 0 ? t('sign.typed_missing', { letters: missing.join(' ') }) : null}
      />
      <svg
        role="img"
        aria-label={t('sign.typed_shown')}
        viewBox={`0 0 ${field.width} ${field.height}`}
        style={{ width: '100%', maxWidth: 600, background: '#ffffff', border: '1px solid #495057', borderRadius: 8 }}
      >
        <path d={pathOf(typedStrokes(name))} fill="none" stroke="#000000" strokeWidth={4} strokeLinecap="round" />
      </svg>
      <Checkbox
        checked={agreed}
        onChange={(event) => onAgreed(event.currentTarget.checked)}
        label={t('sign.typed_agreed')}
        styles={{ body: { minHeight: 44, alignItems: 'center' } }}
      />
    </Stack>
  );
}
