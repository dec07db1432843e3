import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Zones that a product may be used in, by their ids. */
export function ZoneFields({ zones, onChange }: { zones: string[]; onChange: (zones: string[]) => void }) {
  const { t } = useTranslation('stock');
  const [text, setText] = useState(zones.join('\n'));
  return (
    <Textarea
      label={t('allowed_zones')}
      description={t('allowed_zones_help')}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(
          event.currentTarget.value
            .split(/[\s,;]+/)
            .map((each) => each.trim())
            .filter((each) => each !== ''),
        );
      }}
      required
    />
  );
}
