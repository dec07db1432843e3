import { ActionIcon, Badge, Button, Group, NativeSelect, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useZoneName } from '../../../map/zoneName';
import { count, volume } from '../../../quantity/quantity';
import { opposite } from '../draft/change';
import { useEditor } from './useEditor';

/** The zones in the order of work. It is the map in words: whoever cannot use the map chooses, adds and orders here. */
export function ZoneOrder() {
  const { t } = useTranslation('plans');
  const name = useZoneName();
  const id = useId();
  const { draft, change, check, catalogue, profile, selected, select } = useEditor();
  const [moved, setMoved] = useState('');
  const planned = new Set(draft.zones.map((zone) => zone.zone));
  const free = catalogue.zones.filter((zone) => !planned.has(zone.id));
  const title = (zone: string) => name(zone, catalogue.zones.find((each) => each.id === zone)?.title);
  const lefts = draft.zones.filter((zone) => zone.zone.endsWith('.left'));
  const move = (zone: string, by: -1 | 1, place: number) => {
    change({ do: 'move', zone, by });
    setMoved(t('moved_to', { zone: title(zone), place: count(place + by) }));
  };
  return (
    <Stack gap="xs" component="section" aria-labelledby={id}>
      <Title order={3} id={id}>
        {t('order')}
      </Title>
      {draft.zones.length === 0 && <Text>{t('order_empty')}</Text>}
      <ol aria-labelledby={id} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {draft.zones.map((zone, index) => {
          const sums = check?.zones.find((each) => each.zone === zone.zone);
          const refused = (check?.refusals ?? []).some((each) => each.zone === zone.zone);
          return (
            <Group component="li" key={zone.zone} wrap="nowrap" gap="xs" mb={6} data-zone-row={zone.zone}>
              <Button
                variant={zone.zone === selected ? 'filled' : 'default'}
                aria-pressed={zone.zone === selected}
                onClick={() => select(zone.zone)}
                justify="flex-start"
                style={{ flex: 1, minWidth: 0 }}
                styles={{ label: { whiteSpace: 'normal', textAlign: 'left' }, root: { height: 'auto', paddingBlock: 6 } }}
              >
                {`${count(index + 1)}. ${title(zone.zone)}`}
                {sums && ` · ${t('shots', { count: sums.shots, shown: count(sums.shots) })}, ${volume(sums.total_nl)}`}
              </Button>
              {refused && (
                <Badge color="red" variant="outline" size="lg">
                  {t('refused')}
                </Badge>
              )}
              <ActionIcon
                variant="default"
                size={44}
                disabled={index === 0}
                onClick={() => move(zone.zone, -1, index + 1)}
                aria-label={t('earlier', { zone: title(zone.zone) })}
              >
                ▲
              </ActionIcon>
              <ActionIcon
                variant="default"
                size={44}
                disabled={index === draft.zones.length - 1}
                onClick={() => move(zone.zone, 1, index + 1)}
                aria-label={t('later', { zone: title(zone.zone) })}
              >
                ▼
              </ActionIcon>
            </Group>
          );
        })}
      </ol>
      <VisuallyHidden role="status">{moved}</VisuallyHidden>
      <Group align="flex-end">
        <NativeSelect
          label={t('add_from_list')}
          value=""
          onChange={(event) => {
            const entry = catalogue.zones.find((zone) => zone.id === event.currentTarget.value);
            if (entry === undefined) return;
            change({ do: 'add', entry, profile, like: selected });
            select(entry.id);
          }}
          data={[
            { value: '', label: t('choose') },
            ...free.map((zone) => ({ value: zone.id, label: title(zone.id) })).sort((a, b) => a.label.localeCompare(b.label)),
          ]}
        />
        {lefts.length > 0 && (
          <Button
            variant="default"
            onClick={() => {
              for (const { zone } of lefts) {
                const to = opposite(zone);
                if (to !== null && catalogue.zones.some((each) => each.id === to)) change({ do: 'copy', zone, to });
              }
            }}
          >
            {t('copy_all_right')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
