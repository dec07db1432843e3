import { NativeSelect, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BeginDraft, Wrong } from './draft';

interface TermFieldsProps {
  draft: BeginDraft;
  change: (part: Partial<BeginDraft>) => void;
  wrong: ReadonlySet<Wrong>;
}

type Line = 'customer' | 'place' | 'condition' | 'months' | 'shotsValid' | 'headLot' | 'needles' | 'drain' | 'blank';

/** How the result is judged, how long it counts, for whom it is, and how the bench works. */
export function TermFields({ draft, change, wrong }: TermFieldsProps) {
  const { t } = useTranslation('calibration');
  const line = (name: Line, required: boolean) => (
    <TextInput
      label={t(`terms.${name}`)}
      required={required}
      withAsterisk={required}
      maxLength={200}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={wrong.has(name as Wrong) ? t('begin.needed') : undefined}
    />
  );
  return (
    <Stack component="section" aria-label={t('terms.title')}>
      <Title order={3}>{t('terms.title')}</Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'end' }}>
        {line('customer', true)}
        {line('place', true)}
        {line('condition', true)}
        {line('headLot', false)}
        {line('months', true)}
        {line('shotsValid', false)}
        <NativeSelect
          label={t('run.rule')}
          value={draft.rule}
          onChange={(event) => change({ rule: event.currentTarget.value as BeginDraft['rule'] })}
          data={(['simple', 'guarded', 'four-way'] as const).map((value) => ({ value, label: t(`rules.${value}`) }))}
        />
        {draft.kind !== 'occlusion' && (
          <NativeSelect
            label={t('terms.adjust')}
            value={draft.adjust}
            onChange={(event) => change({ adjust: event.currentTarget.value as BeginDraft['adjust'] })}
            data={(['failed', 'always', 'never'] as const).map((value) => ({ value, label: t(`terms.adjust_when.${value}`) }))}
          />
        )}
        {draft.kind === 'depth' && line('needles', true)}
        {draft.kind === 'volume' && line('drain', true)}
        {draft.kind === 'volume' && line('blank', true)}
      </SimpleGrid>
    </Stack>
  );
}
