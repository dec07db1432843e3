import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type en from '../../i18n/en';
import { useOf, useStale } from '../../live/useStation';
import { volume } from '../../quantity/quantity';
import { usePhone } from '../../shell/usePhone';
import { Alarms } from './Alarms';
import { ControlBar } from './ControlBar';
import { CurrentZone } from './CurrentZone';
import { Interrupted } from './Interrupted';
import { Latched } from './Latched';
import { Notices } from './Notices';
import { Readiness } from './Readiness';
import { Recovery } from './Recovery';
import { Settle } from './Settle';
import { Shots } from './Shots';
import { SoundControl } from './SoundControl';
import { currentZone, isArmed, isStopped } from './state';
import { Traces } from './Traces';
import { useWatching } from './useWatching';
import { useZoneDone } from './useZoneDone';
import { ZoneList } from './ZoneList';

type StateName = keyof (typeof en)['treat']['state'];

/** A session, from readiness to its end. */
export function Session({ begun }: { begun: boolean }) {
  const { t } = useTranslation('treat');
  const stale = useStale();
  const watching = useWatching();
  const phone = usePhone();
  const stopped = useOf(isStopped);
  const armed = useOf(isArmed);
  const [chosen, setChosen] = useState<string | null>(null);
  const zone = useOf((view) => currentZone(view, chosen));
  useZoneDone();
  useEffect(() => {
    if (!begun) return;
    window.scrollTo({ top: 0 });
    document.getElementById('zone-title')?.focus({ preventScroll: true });
  }, [begun]);
  return (
    <Stack gap="md" className="treat" data-stale={stale}>
      <Head />
      <Group justify="space-between" align="start">
        <ControlBar watching={phone} />
        <SoundControl />
      </Group>
      {stale && <Text fw={700}>{t('stale_numbers')}</Text>}
      <Interrupted />
      <Alarms />
      <Latched watching={watching} />
      {!stopped && <Settle watching={watching} />}
      <div className="numbers">
        <div className="treat-grid">
          <Stack gap="md">
            <CurrentZone zone={zone} watching={watching} />
            {!armed && !stopped && <Readiness watching={watching} />}
            <Traces />
            <Shots />
          </Stack>
          <Stack gap="md">
            <ZoneList current={zone?.zone ?? null} onChoose={setChosen} watching={watching} />
            <Recovery watching={watching} />
            <Notices />
          </Stack>
        </div>
      </div>
    </Stack>
  );
}

/** Who, what, and where it stands. */
function Head() {
  const { t, i18n } = useTranslation('treat');
  const stale = useStale();
  const state = useOf((view) => view?.state ?? null);
  const closed = useOf((view) => view?.closed ?? false);
  const patient = useOf((view) => view?.patient ?? null);
  const plan = useOf((view) => view?.plan ?? null);
  const product = useOf((view) => view?.product ?? null);
  const word = closed ? 'closed' : (state ?? 'none');
  const said = i18n.exists(`treat:state.${word}`) ? t(`state.${word as StateName}`) : word;
  return (
    <Group justify="space-between">
      <Title order={1} size="h3">
        {t('head_patient', { initials: patient?.initials ?? '', patient: patient?.patient_id ?? '', plan: plan?.title ?? '' })}
      </Title>
      <Group gap="md">
        {product && (
          <Text className="product">
            {t('product_left', {
              product: product.name,
              lot: product.lot,
              left: volume(product.left_nl),
              loaded: volume(product.loaded_nl),
            })}
          </Text>
        )}
        <Badge size="xl" variant="outline" className="plain-badge" data-state={word} data-testid="state">
          {stale ? t('state_was', { state: said }) : said}
        </Badge>
      </Group>
    </Group>
  );
}
