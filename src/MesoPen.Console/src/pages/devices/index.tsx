import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { ByHand } from './ByHand';
import { Found } from './Found';
import { SavedDevices } from './SavedDevices';

/** What the ports of this computer hold, and which devices the station treats with: found, tested, saved. */
export default function Devices() {
  const { t } = useTranslation('devices');
  const uses = useMay('clinician', 'engineer', 'administrator');
  const treats = useMay('clinician');
  const saved = useQuery({
    queryKey: ['station-devices'],
    queryFn: () => body(api.GET('/api/v1/station-devices', { params: { query: { limit: 500 } } })),
  });
  return (
    <Stack maw={900}>
      <Title order={1}>{t('nav.devices', { ns: 'shell' })}</Title>
      <Text>{t('intro')}</Text>
      <ProblemAlert problem={saved.error} />
      <SavedDevices devices={saved.data?.items} />
      {treats && (saved.data?.items.length ?? 0) > 0 && (
        <Group>
          <Button component={Link} to="/treat" size="lg">
            {t('next_treat')}
          </Button>
        </Group>
      )}
      {uses && <Found />}
      {uses && <ByHand />}
    </Stack>
  );
}
