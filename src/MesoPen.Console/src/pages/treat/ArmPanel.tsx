import { Alert, Button, Group, List, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneView } from '../../live/live';
import { useOf, useStale } from '../../live/useStation';
import { count, length, volume } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { useCommand } from './command';
import { HoldButton } from './HoldButton';
import { action, isArmed, isResumption, isStopped } from './state';
import type { ZoneFacts } from './useFacts';
import { useZoneName } from './zoneName';

/** Arms what is shown above it; pauses what is armed; and before anything that was begun goes on, says once more what will be done. */
export function ArmPanel({ zone, facts, watching }: { zone: ZoneView; facts: ZoneFacts; watching: boolean }) {
  const { t } = useTranslation('treat');
  const zoneName = useZoneName();
  const may = useMay('clinician') && !watching;
  const armed = useOf(isArmed);
  const stopped = useOf(isStopped);
  const arm = useOf((view) => action(view, 'arm'));
  const resumes = isResumption(zone);
  const needed = useOf((view) => view?.needed_first) ?? [];
  const stale = useStale();
  const [asking, { open, close }] = useDisclosure();
  const command = useCommand();
  const { reset } = command;
  useEffect(() => {
    if (armed) {
      close();
      reset();
    }
  }, [armed, close, reset]);
  if (!may) return null;
  if (armed)
    return (
      <Group mt="sm">
        <Button
          size="xl"
          color="yellow"
          variant="filled"
          autoContrast
          loading={command.isPending}
          onClick={() => command.mutate({ id: 'pause' })}
        >
          {t('pause')}
        </Button>
        <Text>{t('armed_text')}</Text>
        <ProblemAlert problem={command.error} />
      </Group>
    );
  if (stopped) return null;
  const doIt = () => command.mutate({ id: 'arm', zone: zone.zone });
  const allowed = arm?.allowed !== false && !stale;
  const hold = (
    <HoldButton
      label={t(resumes ? 'hold.resume' : 'hold.arm', { zone: zoneName(zone.zone) })}
      onHeld={doIt}
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
      {!allowed && !stale && (
        <Alert color="yellow" mt="sm" title={t('needed_first')}>
          {needed.length > 0 ? (
            <List>
              {needed.map((what) => (
                <List.Item key={what}>{what}</List.Item>
              ))}
            </List>
          ) : (
            <Text>{arm?.why}</Text>
          )}
        </Alert>
      )}
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
            {t('resume.zone', { zone: zoneName(zone.zone), left: count(zone.remaining), points: count(zone.points) })}
          </List.Item>
          {facts.needleUm !== null && (
            <List.Item>{t('resume.depth', { depth: length(facts.depthUm ?? facts.needleUm) })}</List.Item>
          )}
          {facts.doseNl !== null && <List.Item>{t('resume.dose', { dose: volume(facts.doseNl) })}</List.Item>}
          <List.Item>{t('resume.look')}</List.Item>
        </List>
        {hold}
        <ProblemAlert problem={command.error} />
      </Modal>
    </div>
  );
}
