import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../shell/who';
import { AddressField } from './AddressField';
import { Detection } from './Detection';

/** Balances and gauges on the ports of this station: what is there, and how it speaks. */
export function InstrumentsPage() {
  const { t } = useTranslation('calibration');
  const works = useMay('engineer');
  const [address, setAddress] = useState('');
  return (
    <Stack maw={900}>
      <Title order={2}>{t('sections.instruments')}</Title>
      <Text>{t('detect.help')}</Text>
      {works ? (
        <>
          <AddressField value={address} onChange={setAddress} />
          <Detection address={address} />
        </>
      ) : (
        <Text>{t('begin.engineer')}</Text>
      )}
    </Stack>
  );
}
