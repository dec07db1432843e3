import { Button, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardList } from '../../parts/CardList';
import { useMay } from '../../shell/who';
import { MakeMixtureDialog } from './MakeMixtureDialog';
import { useMixtures, useShelf } from './shelf';
import { VialCard } from './VialCard';

/** Mixtures: recipes of opened vials, used like a vial. */
export function MixturesPage() {
  const { t } = useTranslation('stock');
  const mixtures = useMixtures();
  const shelf = useShelf().data;
  const may = useMay('clinician');
  const [making, setMaking] = useState(false);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('mixtures')}</Title>
        {may && shelf && (
          <Button variant="default" onClick={() => setMaking(true)}>
            {t('mixture_make')}
          </Button>
        )}
      </Group>
      <CardList label={t('mixtures')} parts={mixtures} empty={t('mixtures_empty')} id={(vial) => vial.id}>
        {(vial) => <VialCard vial={vial} shelf={shelf} />}
      </CardList>
      {making && shelf && <MakeMixtureDialog shelf={shelf} onClose={() => setMaking(false)} />}
    </Stack>
  );
}
