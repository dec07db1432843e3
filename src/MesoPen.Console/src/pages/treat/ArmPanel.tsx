import { Alert, Button, Group, List, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneView } from '../../live/live';
import { useOf, useStale } from '../../live/useStation';
import { useZoneName } from '../../map/zoneName';
import { ToldText } from '../../parts/told';
import { useReason, type Why } from '../../parts/useReason';
import { count, length, volume } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { CutShort } from './CutShort';
import { useCommand } from './command';
import { HoldButton } from './HoldButton';
import { action, allows, isArmed, isResumption, isStopped, whyOf } from './state';

/** Arms what is shown above it; pauses what is armed; and before anything that was begun goes on, says once more what will be done. */
export function ArmPanel({ zone, watching }: { zone: ZoneView; watching: boolean }) {
  const { t } = useTranslation('treat');
  const zoneName = useZoneName();
  const may = useMay('clinician') && !watching;
  const armed = useOf(isArmed);
  const stopped = useOf(isStopped);
  const stale = useStale();
  const allowed = useOf((view) => allows(view, 'arm'));
  const interrupted = useOf((view) => view?.interrupted === true);
  const resumes = isResumption(zone) || interrupted;
  const [asking, { open, close }] = useDisclosure();
  const command = useCommand();
  const { reset } = command;
  useEffect(() => {
    if (!armed && !stale) return;
    close();
    reset();
  }, [armed, stale, close, reset]);
  if (stale) return <Unheard />;
  if (!may || stopped) return null;
  if (armed) return <Pause />;
  const hold = (
    <HoldButton
      label={t(resumes ? 'hold.resume' : 'hold.arm', { zone: zoneName(zone.zone) })}
      onHeld={() => command.mutate({ id: 'arm', zone: zone.zone })}
      disabled={!allowed}
      busy={command.isPending}
    />
  );
  return (
    <div className="arm">
      {resumes ? (
        <Button size="xl" disabled={!allowed} onClick={open}>
          {t('resume.open')}
        </Button>
      ) : (
        hold
      )}
      {!allowed && <WhyNot />}
      {!asking && <ProblemAlert problem={command.error} />}
      <Modal
        opened={asking}
        onClose={close}
        title={t('resume.title', { zone: zoneName(zone.zone) })}
        closeButtonProps={{ 'aria-label': t('resume.not') }}
        size="lg"
        padding="lg"
      >
        <List size="lg" mb="md">
          <List.Item>
            {t('resume.zone', {
              zone: zoneName(zone.zone),
              count: zone.remaining,
              left: count(zone.remaining),
              points: count(zone.points),
            })}
          </List.Item>
          <List.Item>{t('resume.depth', { depth: length(zone.depth_um) })}</List.Item>
          <List.Item>{t('resume.dose', { dose: volume(zone.dose_nl) })}</List.Item>
          <List.Item>{t('resume.look')}</List.Item>
          {interrupted && <List.Item>{t('interrupted.ask')}</List.Item>}
        </List>
        <CutShort zone={zone} />
        {hold}
        {!allowed && <WhyNot />}
        <ProblemAlert problem={command.error} />
      </Modal>
    </div>
  );
}

/** Nothing of this page reaches the device: what it says would be a promise that nobody keeps. */
function Unheard() {
  const { t } = useTranslation('treat');
  return (
    <Text fw={700} mt="sm" data-testid="unheard">
      {t('unheard')}
    </Text>
  );
}

/** One press, no question: a pause never does harm. */
function Pause() {
  const { t } = useTranslation('treat');
  const command = useCommand();
  return (
    <Group mt="sm">
      <Button
        size="xl"
        color="yellow"
        variant="filled"
        autoContrast
        className="pause"
        loading={command.isPending}
        onClick={() => command.mutate({ id: 'pause' })}
      >
        {t('pause')}
      </Button>
      <Text>{t('armed_text')}</Text>
      <ProblemAlert problem={command.error} />
    </Group>
  );
}

/** What comes first. */
function WhyNot() {
  const { t } = useTranslation('treat');
  const view = useOf((station) => station);
  const reason = useReason();
  const stale = useStale();
  const arm = action(view, 'arm');
  const why: Why | null = view?.wait_for
    ? { code: view.wait_for_code ?? null, sentence: view.wait_for }
    : arm?.why
      ? whyOf(arm, view?.state)
      : null;
  if (why === null || stale) return null;
  return (
    <Alert color="yellow" mt="sm" title={t('needed_first')}>
      <ToldText told={reason(why)} />
    </Alert>
  );
}
