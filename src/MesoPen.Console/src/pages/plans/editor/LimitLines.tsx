import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reasonParts } from '../draft/reason';
import type { PlanCheck } from '../read';
import { useLimitValue } from './useLimitValue';

/** Limits beside a field: the bound, who set it, where it comes from. */
export function LimitLines({ limits }: { limits: PlanCheck['limits'] }) {
  const { t } = useTranslation('plans');
  const value = useLimitValue();
  return limits.map((limit) => {
    const { words, url } = reasonParts(limit.reason);
    const side = limit.kind.endsWith('-min') ? 'at_least' : limit.kind.endsWith('-step') ? 'multiple' : 'at_most';
    const what = limit.kind.startsWith('tissue-depth')
      ? t('limit.depth')
      : limit.kind === 'product-volume-max' || limit.kind === 'session-volume-max'
        ? t('limit.session')
        : limit.kind === 'zone-volume-max'
          ? t('limit.zone')
          : '';
    return (
      <Text key={limit.kind} component="span" display="block" size="xs" data-limit={limit.kind}>
        <b>{[what, t(`limit.${side}`, { value: value(limit) })].filter((text) => text !== '').join(' ')}</b>
        {`: ${t(`source_of.${limit.source}`)}, `}
        <span lang="en" title={limit.text}>
          {words}
        </span>
        {url !== null && (
          <>
            {' '}
            <Anchor href={url} target="_blank" rel="noreferrer" size="xs" underline="always">
              {t('open_source')}
            </Anchor>
          </>
        )}
      </Text>
    );
  });
}
