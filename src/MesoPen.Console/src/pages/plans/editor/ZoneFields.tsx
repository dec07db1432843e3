import { NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { count, duration, length, volume } from '../../../quantity/quantity';
import type { DraftZone, ZoneField } from '../draft/draft';
import { reasonParts } from '../draft/reason';
import type { CatalogueZone } from '../read';
import { NumberField } from './NumberField';
import { useEditor } from './useEditor';
import { useField } from './useField';

/** Everything that a zone gets. */
export function ZoneFields({ zone, entry }: { zone: DraftZone; entry: CatalogueZone | undefined }) {
  const { t } = useTranslation('plans');
  const { change, catalogue, profile, check } = useEditor();
  const technique = useField(zone.zone, 'technique');
  const trigger = useField(zone.zone, 'trigger');
  const set = (field: ZoneField) => (text: string) => change({ do: 'zone', zone: zone.zone, field, text });
  const sums = check?.zones.find((each) => each.zone === zone.zone);
  const spacing = entry?.values.find((value) => value.key === 'spacing_min_um');
  const own =
    zone.depth_max_um !== '' ||
    zone.dose_max_nl !== '' ||
    (check?.refusals ?? []).some((each) => each.zone === zone.zone && /^(depth|dose)_(max|source)/.test(each.field ?? ''));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 1, lg: 2 }} spacing="sm">
        <NativeSelect
          label={t('field.technique')}
          value={zone.technique}
          onChange={(event) => set('technique')(event.currentTarget.value)}
          data={catalogue.techniques.map((value) => ({ value, label: t(`technique.${value as 'stamp'}`) }))}
          error={technique.error}
          description={entry !== undefined && !entry.techniques.includes(zone.technique) ? t('technique_unusual') : undefined}
        />
        <NativeSelect
          label={t('field.trigger')}
          value={zone.trigger}
          onChange={(event) => set('trigger')(event.currentTarget.value)}
          data={[...new Set([...(profile?.trigger_modes ?? catalogue.triggers), zone.trigger])].map((value) => ({
            value,
            label: t(`trigger.${value as 'single'}`),
          }))}
          error={trigger.error}
        />
        <NumberField
          zone={zone.zone}
          field="needle_length_um"
          label={t('field.needle_length_um')}
          value={zone.needle_length_um}
          onChange={set('needle_length_um')}
        />
        <NumberField
          zone={zone.zone}
          field="angle_deg"
          label={t('field.angle_deg')}
          value={zone.angle_deg}
          onChange={set('angle_deg')}
          {...(sums ? { help: t('depth_is', { depth: length(sums.depth_um) }) } : {})}
        />
        <NumberField
          zone={zone.zone}
          field="dose_nl"
          label={t('field.dose_nl')}
          value={zone.dose_nl}
          onChange={set('dose_nl')}
          {...((profile?.needles ?? 1) > 1 ? { help: t('dose_of_head', { needles: count(profile?.needles ?? 1) }) } : {})}
        />
        <NumberField zone={zone.zone} field="points" label={t('field.points')} value={zone.points} onChange={set('points')} />
        <NumberField
          zone={zone.zone}
          field="spacing_um"
          label={t('field.spacing_um')}
          value={zone.spacing_um}
          onChange={set('spacing_um')}
          help={
            spacing === undefined
              ? t('spacing_help')
              : t('spacing_advice', {
                  value: length(spacing.value),
                  source: [spacing.source.title, spacing.note].filter((text) => text !== null).join(': '),
                })
          }
        />
        <NumberField
          zone={zone.zone}
          field="min_interval_ms"
          label={t('field.min_interval_ms')}
          value={zone.min_interval_ms}
          onChange={set('min_interval_ms')}
        />
      </SimpleGrid>
      <details open={own || undefined}>
        <Text component="summary" py={10}>
          {t('own_limits')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 1, lg: 2 }} spacing="sm">
          {(['depth_max_um', 'dose_max_nl'] as const).map((field) => (
            <NumberField
              key={field}
              zone={zone.zone}
              field={field}
              label={t(`field.${field}`)}
              value={zone[field]}
              onChange={set(field)}
              required={false}
            />
          ))}
          <SourceField zone={zone} field="depth_source" onChange={set('depth_source')} />
          <SourceField zone={zone} field="dose_source" onChange={set('dose_source')} />
        </SimpleGrid>
      </details>
      {sums && (
        <Text role="status">
          {t('zone_sum', {
            shots: count(sums.shots),
            volume: volume(sums.total_nl),
            time: duration(sums.machine_ms + sums.hand_ms),
          })}
          {(check?.limits ?? [])
            .filter((limit) => limit.zone === zone.zone && limit.kind === 'zone-volume-max')
            .map((limit) => ` ${t('of_at_most', { value: volume(limit.value), reason: reasonParts(limit.reason).words })}`)}
        </Text>
      )}
    </Stack>
  );
}

function SourceField({
  zone,
  field,
  onChange,
}: {
  zone: DraftZone;
  field: 'depth_source' | 'dose_source';
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation('plans');
  const { error } = useField(zone.zone, field);
  return (
    <TextInput
      label={t(`field.${field}`)}
      value={zone[field]}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={200}
      error={error}
    />
  );
}
