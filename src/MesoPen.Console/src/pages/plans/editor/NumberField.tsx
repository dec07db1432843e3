import { TextInput } from '@mantine/core';
import { LimitLines } from './LimitLines';
import { useField } from './useField';

interface Props {
  zone: string | null;
  field: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** What is to be known beside the limits. */
  help?: string;
  required?: boolean;
}

/**
 * A number as it is typed. It is never changed for the person: what cannot be read or is beyond a limit stays as it is, and is told with the limit, its
 * source and its reason.
 */
export function NumberField({ zone, field, label, value, onChange, help, required = true }: Props) {
  const { error, limits } = useField(zone, field);
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputMode="decimal"
      autoComplete="off"
      required={required}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={
        limits.length === 0 && help === undefined ? undefined : (
          <>
            {help}
            <LimitLines limits={[...limits]} />
          </>
        )
      }
      descriptionProps={{ component: 'div' }}
      data-field={zone === null ? field : `${zone}/${field}`}
    />
  );
}
