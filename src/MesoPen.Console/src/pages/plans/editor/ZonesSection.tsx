import { Fieldset, Grid, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyMap, type Mark, type View } from '../../../map/BodyMap';
import { viewOf } from '../../../map/neighbours';
import { isOn } from '../../../map/shapes';
import { useZoneName } from '../../../map/zoneName';
import { Totals } from './Totals';
import { useEditor } from './useEditor';
import { ZoneOrder } from './ZoneOrder';
import { ZonePanel } from './ZonePanel';

/** The map with the zone that is looked at beside it, and the zones in words below. */
export function ZonesSection() {
  const { t } = useTranslation('plans');
  const name = useZoneName();
  const { draft, check, selected, select } = useEditor();
  const marks = useMemo(() => {
    const refused = new Set((check?.refusals ?? []).map((each) => each.zone));
    return Object.fromEntries(
      draft.zones.map(({ zone }, index): [string, Mark] => [
        zone,
        { tone: refused.has(zone) ? 'blocked' : 'planned', label: String(index + 1) },
      ]),
    );
  }, [draft.zones, check]);
  const [chosen, setChosen] = useState<View>(() => viewOf(marks));
  const view: View =
    selected === null || isOn(chosen, selected)
      ? chosen
      : isOn('face', selected)
        ? 'face'
        : isOn('body', selected)
          ? 'body'
          : chosen;
  return (
    <Fieldset legend={t('zones')}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, sm: 7, md: 7, lg: 6 }}>
          <Stack gap="xs">
            <SegmentedControl
              fullWidth
              value={view}
              onChange={(next) => {
                setChosen(next as View);
                if (selected !== null && !isOn(next as View, selected)) select(null);
              }}
              data={[
                { value: 'face', label: t('view_face') },
                { value: 'body', label: t('view_body') },
              ]}
              aria-label={t('view')}
              styles={{ label: { minHeight: 44, alignContent: 'center' } }}
            />
            <Text size="sm">{t('map_help')}</Text>
            <BodyMap
              view={view}
              marks={marks}
              selected={selected}
              onSelect={(zone) => {
                setChosen(view);
                select(zone);
              }}
            />
            <Text size="sm" role="status">
              {selected === null ? '' : t('selected_zone', { zone: name(selected) })}
            </Text>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 5, md: 5, lg: 6 }}>
          <Stack>
            <Totals />
            <ZonePanel />
          </Stack>
        </Grid.Col>
        <Grid.Col span={12}>
          <ZoneOrder />
        </Grid.Col>
      </Grid>
    </Fieldset>
  );
}
