import { Checkbox, SimpleGrid } from '@mantine/core';
import { useNames } from '../file/useNames';
import { zoneIds } from '../file/zones';

interface Props {
  label: string;
  description?: string;
  value: readonly string[];
  onChange: (zones: string[]) => void;
  /** A choice that stands for the whole skin, and its name. */
  everywhere?: { id: string; label: string };
}

/** Zones, by a list. */
export function ZoneChoice({ label, description, value, onChange, everywhere }: Props) {
  const names = useNames();
  const change = (chosen: string[]) => {
    const whole = everywhere?.id;
    // The whole skin and single zones shut each other out: the last choice counts.
    if (whole !== undefined && chosen.includes(whole) && chosen.length > 1)
      onChange(value.includes(whole) ? chosen.filter((each) => each !== whole) : [whole]);
    else onChange(chosen);
  };
  return (
    <Checkbox.Group label={label} description={description} value={[...value]} onChange={change}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing={4} mt={4}>
        {everywhere && <Choice value={everywhere.id} label={everywhere.label} />}
        {zoneIds.map((zone) => (
          <Choice key={zone} value={zone} label={names.zone(zone)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

function Choice({ value, label }: { value: string; label: string }) {
  return (
    <Checkbox
      value={value}
      label={label}
      size="md"
      styles={{ body: { minHeight: 44, alignItems: 'center' }, label: { paddingBlock: 12 } }}
    />
  );
}
