import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useZoneName } from '../../../map/zoneName';
import { opposite } from '../draft/change';
import { Study } from './Study';
import { useEditor } from './useEditor';
import { useField } from './useField';
import { ZoneFields } from './ZoneFields';

/** The zone that is looked at: its fields if it is planned, what the catalogue says of it and a way to plan it if it is not. */
export function ZonePanel() {
  const { t } = useTranslation('plans');
  const name = useZoneName();
  const { draft, change, catalogue, profile, selected } = useEditor();
  const entry = catalogue.zones.find((zone) => zone.id === selected);
  const zone = draft.zones.find((each) => each.zone === selected);
  const { error } = useField(selected, 'zone');
  // The button that was pressed goes away: whoever works by keyboard goes on in the first field, or at the button that adds it again.
  const panel = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const planned = zone !== undefined;
  useEffect(() => {
    if (pressed.current) panel.current?.querySelector<HTMLElement>(planned ? 'select' : '[data-add]')?.focus();
    pressed.current = false;
  }, [planned]);
  if (selected === null) return <Text>{t('choose_zone')}</Text>;
  const other = opposite(selected);
  return (
    <Stack ref={panel} gap="sm" component="section" aria-labelledby="zone-panel">
      <Title order={3} id="zone-panel">
        {name(selected, entry?.title)}
      </Title>
      {error !== null && (
        <Alert color="red" variant="light" role="alert">
          {error}
        </Alert>
      )}
      {entry?.note && (
        <Text size="sm" lang="en">
          {entry.note}
        </Text>
      )}
      {zone === undefined ? (
        entry !== undefined && (
          <>
            <Text>{t('zone_idle')}</Text>
            <Button
              data-add
              onClick={() => {
                pressed.current = true;
                change({ do: 'add', entry, profile, like: null });
              }}
            >
              {t('add_zone')}
            </Button>
          </>
        )
      ) : (
        <>
          <ZoneFields zone={zone} entry={entry} />
          <Group>
            {other !== null && catalogue.zones.some((each) => each.id === other) && (
              <Button variant="default" onClick={() => change({ do: 'copy', zone: selected, to: other })}>
                {t(other.endsWith('.right') ? 'copy_right' : 'copy_left')}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => {
                pressed.current = true;
                change({ do: 'remove', zone: selected });
              }}
            >
              {t('remove_zone')}
            </Button>
          </Group>
        </>
      )}
      {entry !== undefined && entry.studies.length > 0 && (
        <details>
          <Text component="summary" py={10}>
            {t('studies')}
          </Text>
          <Stack gap={4}>
            {entry.studies.map((study) => (
              <Study key={`${study.key} ${study.value} ${study.source.id} ${study.note}`} study={study} />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}
