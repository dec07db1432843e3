import { Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../shell/who';
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
          <TextInput
            label={t('begin.address')}
            description={t('begin.address_help')}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <Detection address={address} />
        </>
      ) : (
        <Text>{t('begin.engineer')}</Text>
      )}
    </Stack>
  );
}
