import { Button, Checkbox, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardList } from '../../parts/CardList';
import { useMay } from '../../shell/who';
import { ReceiveVialDialog } from './ReceiveVialDialog';
import { useShelf, useVials } from './shelf';
import { VialCard } from './VialCard';

/** Vials: closed, open, how much is left, and until when. */
export function VialsPage() {
  const { t } = useTranslation('stock');
  const vials = useVials();
  const shelf = useShelf().data;
  const may = useMay('clinician', 'administrator');
  const [receiving, setReceiving] = useState(false);
  const [all, setAll] = useState(false);
  const shown = { ...vials, items: vials.items.filter((each) => all || each.discarded_because === null) };
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('vials')}</Title>
        {may && shelf && (
          <Button variant="default" onClick={() => setReceiving(true)}>
            {t('vial_receive')}
          </Button>
        )}
      </Group>
      <Checkbox
        size="lg"
        label={t('show_discarded')}
        checked={all}
        onChange={(event) => setAll(event.currentTarget.checked)}
        styles={{ body: { minHeight: 44, alignItems: 'center' } }}
      />
      <CardList label={t('vials')} parts={shown} empty={may ? t('vials_empty') : t('nothing_yet')} id={(vial) => vial.id}>
        {(vial) => <VialCard vial={vial} shelf={shelf} />}
      </CardList>
      {receiving && shelf && <ReceiveVialDialog lot={null} serial="" shelf={shelf} onClose={() => setReceiving(false)} />}
    </Stack>
  );
}
