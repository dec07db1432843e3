import { Checkbox, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';

/** Zones that a product may be used in: those of the catalogue, for a misspelt one would allow nothing. */
export function ZoneFields({ zones, onChange }: { zones: string[]; onChange: (zones: string[]) => void }) {
  const { t } = useTranslation('stock');
  const catalogue = useQuery({ queryKey: ['stock', 'zones'], queryFn: () => body(api.GET('/api/v1/zones')) });
  const known = catalogue.data?.zones ?? [];
  const strange = zones.filter((id) => catalogue.data && !known.some((zone) => zone.id === id));
  return (
    <Checkbox.Group label={t('allowed_zones')} description={t('allowed_zones_help')} value={zones} onChange={onChange} required>
      <ProblemAlert problem={catalogue.error} />
      {catalogue.isPending && <Loader aria-label={t('loading', { ns: 'common' })} />}
      <Group gap="md" mt="xs">
        {[...known.map((zone) => ({ id: zone.id, title: zone.title })), ...strange.map((id) => ({ id, title: id }))].map(
          (zone) => (
            <Checkbox
              key={zone.id}
              value={zone.id}
              size="lg"
              label={zone.title}
              styles={{ body: { minHeight: 44, alignItems: 'center' } }}
            />
          ),
        )}
      </Group>
      {strange.length > 0 && <Text mt="xs">{t('zone_unknown', { zones: strange.join(', ') })}</Text>}
    </Checkbox.Group>
  );
}
