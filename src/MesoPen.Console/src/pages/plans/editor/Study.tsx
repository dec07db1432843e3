import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CatalogueZone } from '../read';
import { useLimitValue } from './useLimitValue';

type Value = CatalogueZone['studies'][number];

/** What one source says of a zone, chosen or not. */
export function Study({ study }: { study: Value }) {
  const { t } = useTranslation('plans');
  const value = useLimitValue();
  const unit = study.key.endsWith('_um') ? 'um' : study.key.endsWith('_nl') ? 'nl' : 'shots';
  return (
    <Text size="sm">
      {t(`catalogue.${study.key as 'depth_max_um'}`, { value: value({ value: study.value, unit }) })}
      {study.note !== null && (
        <>
          {', '}
          <span lang="en">{study.note}</span>
        </>
      )}
      {': '}
      <Anchor href={study.source.url} target="_blank" rel="noreferrer" size="sm" underline="always" inline lang="en">
        {study.source.title}
      </Anchor>
      {study.source.confidence === 'practice' && ` (${t('practice')})`}
    </Text>
  );
}
