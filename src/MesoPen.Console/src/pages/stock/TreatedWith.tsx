import { Anchor, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../api/client';
import { Dialog } from '../../parts/Dialog';
import { day } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import type { Lot } from './offers';

/** Who was treated with a lot, alone or in a mixture: what a recall asks first. */
export function TreatedWith({ lot, onClose }: { lot: Lot; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const mayRead = useMay('clinician', 'auditor');
  const found = useQuery({
    queryKey: ['recall', lot.id],
    queryFn: () => body(api.GET('/api/v1/recall/lot', { params: { query: { lot: lot.number, product: lot.product_id } } })),
  });
  return (
    <Dialog title={t('treated_with_lot', { number: lot.number })} onClose={onClose}>
      <Stack>
        <ProblemAlert problem={found.error} />
        {found.isPending && <Loader aria-label={t('loading', { ns: 'common' })} />}
        {found.data && (
          <>
            <Text fw={600}>{t('treated_patients', { count: found.data.patients.length })}</Text>
            <List>
              {found.data.sessions.map((session) => (
                <List.Item key={session.id}>
                  {mayRead ? (
                    <Anchor component={Link} to={`/records/${session.id}`}>
                      {t('treated_line', { patient: session.patient_id, day: day(session.day), station: session.station })}
                    </Anchor>
                  ) : (
                    t('treated_line', { patient: session.patient_id, day: day(session.day), station: session.station })
                  )}
                </List.Item>
              ))}
            </List>
            <Text>{t('adverse_events', { count: found.data.adverse_events.length })}</Text>
          </>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('close', { ns: 'common' })}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
