import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { CardList } from '../../parts/CardList';
import { Facts } from '../../parts/Facts';
import { Mark } from '../../parts/Mark';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { count, day } from '../../quantity/quantity';
import { useMay } from '../../shell/who';
import { utcToday } from './offers';
import { ReceiveHeadDialog } from './ReceiveHeadDialog';
import { stockChanged, useHeads, useHeadTypes } from './shelf';

type HeadView = Schemas['HeadView'];

/** Needle heads: each for one session of one patient, with the punctures that it has made. */
export function HeadsPage() {
  const { t } = useTranslation('stock');
  const reads = useMay('clinician', 'auditor');
  const receives = useMay('clinician', 'administrator');
  const discards = useMay('clinician');
  const heads = useHeads(reads);
  const types = useHeadTypes();
  const [receiving, setReceiving] = useState(false);
  const [discarding, setDiscarding] = useState<HeadView | null>(null);
  const [all, setAll] = useState(false);
  const shown = { ...heads, items: heads.items.filter((each) => all || each.head.discarded_because === null) };
  const title = (id: string) => types.items.find((each) => each.id === id)?.title ?? id;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('heads')}</Title>
        {receives && (
          <Button variant="default" onClick={() => setReceiving(true)}>
            {t('head_receive')}
          </Button>
        )}
      </Group>
      {!reads && <Text>{t('heads_name_patients')}</Text>}
      {reads && (
        <>
          <Checkbox
            size="lg"
            label={t('show_discarded')}
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
            styles={{ body: { minHeight: 44, alignItems: 'center' } }}
          />
          <CardList
            label={t('heads')}
            parts={shown}
            empty={receives ? t('heads_empty') : t('nothing_yet')}
            id={(each) => each.head.id}
          >
            {(each) => (
              <Group justify="space-between" align="flex-start">
                <Stack gap="xs">
                  <Text size="lg" fw={700}>
                    {each.head.id} · {title(each.head.head_type_id)}
                  </Text>
                  <Group gap="xs">
                    <HeadState each={each} />
                  </Group>
                  <Facts
                    of={[
                      [t('punctures'), t('punctures_of', { made: count(each.head.punctures), most: count(each.punctures_max) })],
                      [t('needles'), count(each.needles)],
                      [t('lot'), each.head.lot],
                      [t('serial'), each.head.serial],
                      [t('fitted_for'), each.head.patient_id],
                    ]}
                  />
                </Stack>
                {discards && each.head.discarded_because === null && (
                  <Button
                    variant="default"
                    onClick={() => setDiscarding(each)}
                    aria-label={t('discard_of', { id: each.head.id })}
                  >
                    {t('discard')}
                  </Button>
                )}
              </Group>
            )}
          </CardList>
        </>
      )}
      {receiving && (
        <ReceiveHeadDialog
          headType={null}
          elements={{}}
          scan={null}
          shelf={{ headTypes: types.items }}
          onClose={() => setReceiving(false)}
        />
      )}
      {discarding && (
        <ReasonDialog
          title={t('discard_of', { id: discarding.head.id })}
          consequence={t('head_discard_consequence')}
          act={t('discard')}
          usual={[t('usual.used'), t('usual.dropped'), t('usual.expired'), t('usual.damaged')]}
          onAct={async (reason) => {
            await api.POST('/api/v1/heads/{id}/discard', { params: { path: { id: discarding.head.id } }, body: { reason } });
            await stockChanged();
          }}
          onClose={() => setDiscarding(null)}
        />
      )}
    </Stack>
  );
}

function HeadState({ each }: { each: HeadView }) {
  const { t } = useTranslation('stock');
  const { head } = each;
  if (head.discarded_because !== null) return <Mark tone="idle">{t('discarded', { reason: head.discarded_because })}</Mark>;
  return (
    <>
      {head.punctures >= each.punctures_max ? (
        <Mark tone="bad">{t('worn')}</Mark>
      ) : (
        each.warning && <Mark tone="warn">{t('nearly_worn')}</Mark>
      )}
      {head.sterile_until < utcToday() ? (
        <Mark tone="bad">{t('not_sterile', { day: day(head.sterile_until) })}</Mark>
      ) : (
        <Mark tone="good">{t('sterile_to', { day: day(head.sterile_until) })}</Mark>
      )}
      <Mark tone={head.session_id === null ? 'good' : 'warn'}>{head.session_id === null ? t('never_fitted') : t('fitted')}</Mark>
    </>
  );
}
