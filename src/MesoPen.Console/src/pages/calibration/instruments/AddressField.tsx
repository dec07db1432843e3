import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';

interface AddressFieldProps {
  value: string;
  onChange: (address: string) => void;
  error?: string | undefined;
}

/** Where an instrument is: the ports of this station are offered, anything else may be typed. */
export function AddressField({ value, onChange, error }: AddressFieldProps) {
  const { t } = useTranslation('calibration');
  const list = useId();
  const ports = useQuery({ queryKey: ['instruments'], queryFn: () => body(api.GET('/api/v1/instruments')) });
  return (
    <>
      <TextInput
        label={t('begin.address')}
        description={t('begin.address_help')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        autoComplete="off"
        spellCheck={false}
        list={list}
      />
      <datalist id={list}>
        {ports.data?.addresses.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
