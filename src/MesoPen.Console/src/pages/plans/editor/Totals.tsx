import { Badge, Card, Group, List, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { count, duration, volume } from '../../../quantity/quantity';
import { LimitLines } from './LimitLines';
import { loadedNl } from './useDraft';
import { useEditor } from './useEditor';

/** What the plan comes to, as the host reckons it, and whether it is within every limit. */
export function Totals() {
  const { t } = useTranslation('plans');
  const { check, behind, unreadable, draft, loaded, load } = useEditor();
  const open = Object.keys(unreadable).length;
  const refused = (check?.refusals ?? []).length;
  const state =
    draft.zones.length === 0
      ? t('state.empty')
      : open > 0
        ? t('state.open', { count: open, shown: count(open) })
        : check === undefined || behind
          ? t('state.checking')
          : refused > 0
            ? t('state.refused', { count: refused, shown: count(refused) })
            : t('state.allowed');
  const fine = draft.zones.length > 0 && open === 0 && refused === 0 && check !== undefined;
  return (
    <Card withBorder padding="sm" component="section" aria-label={t('totals')}>
      <Group justify="space-between" mb="xs" gap={6}>
        <Text fw={700}>{t('totals')}</Text>
        <Badge
          variant="default"
          size="lg"
          tt="none"
          role="status"
          data-testid="check-state"
          style={{
            borderWidth: 2,
            borderColor: fine ? 'var(--mantine-color-green-7)' : refused > 0 ? 'var(--mantine-color-red-7)' : undefined,
          }}
          styles={{ label: { overflow: 'visible' } }}
        >
          {fine ? '✓ ' : refused > 0 ? '✕ ' : ''}
          {state}
        </Badge>
      </Group>
      {check !== undefined && (
        <>
          <SimpleGrid cols={{ base: 2, xs: 3, md: 2, lg: 3 }} spacing={4} verticalSpacing={6}>
            <Sum name={t('sum.shots')} value={count(check.shots)} />
            <Sum name={t('sum.product')} value={volume(check.volume_nl)} />
            <Sum name={t('sum.prime')} value={volume(unreadable.prime_nl ? 0 : check.prime_nl)} />
            <Sum name={t('sum.needed')} value={volume(check.volume_nl + (unreadable.prime_nl ? 0 : check.prime_nl))} />
            {check.left_nl !== null && (
              <Sum name={t(check.left_nl < 0 ? 'sum.missing' : 'sum.left')} value={volume(Math.abs(check.left_nl))} />
            )}
            <Sum name={t('sum.cartridges')} value={count(check.cartridges)} />
            {!unreadable.sticks_max && <Sum name={t('sum.heads')} value={count(check.needle_heads)} />}
            <Sum name={t('sum.time')} value={duration(check.machine_ms + check.hand_ms)} />
            <Sum name={t('sum.machine')} value={duration(check.machine_ms)} />
          </SimpleGrid>
          <TextInput
            label={t('loaded')}
            description={t('loaded_help')}
            value={loaded}
            onChange={(event) => load(event.currentTarget.value)}
            inputMode="decimal"
            autoComplete="off"
            error={loaded.trim() !== '' && loadedNl(loaded) === null ? t('unreadable') : undefined}
            my="xs"
            maw={320}
          />
          <LimitLines limits={check.limits.filter((limit) => limit.zone === null && limit.field === 'zones')} />
          {open > 0 && <Text size="xs">{t('sums_without')}</Text>}
          {check.notes.length > 0 && (
            <details>
              <Text component="summary" py={10}>
                {t('notes', { count: check.notes.length, shown: count(check.notes.length) })}
              </Text>
              <List size="sm">
                {check.notes.map((note) => (
                  <List.Item key={note} lang="en">
                    {note}
                  </List.Item>
                ))}
              </List>
            </details>
          )}
        </>
      )}
    </Card>
  );
}

function Sum({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <Text size="xs">{name}</Text>
      <Text fw={700} size="lg" lh={1.2}>
        {value}
      </Text>
    </div>
  );
}
