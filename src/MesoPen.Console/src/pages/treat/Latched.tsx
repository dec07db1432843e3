import { Button, Checkbox, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { plain } from '../../parts/told';
import { useReason } from '../../parts/useReason';
import { duration, moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { useCommand } from './command';
import { useControl } from './control';
import { Settle } from './Settle';
import { action, isStopped, whyOf } from './state';

/** A stop or fault that is latched: it stays until a person has looked, said why, and the device stands still. Two steps, never one. */
export function Latched({ watching }: { watching: boolean }) {
  const { t } = useTranslation('treat');
  const latched = useOf(isStopped);
  const view = useOf((station) => station);
  const why = useReason();
  const may = useMay('clinician') && !watching;
  const [looked, setLooked] = useState(false);
  const [reason, setReason] = useState('');
  const [acknowledged, setAcknowledged] = useState(false);
  const command = useCommand();
  const { reset } = command;
  useEffect(() => {
    if (latched) return;
    setLooked(false);
    setReason('');
    setAcknowledged(false);
    reset();
  }, [latched, reset]);
  if (!latched || view === null) return null;
  const release = action(view, 'release');
  const { stop } = view;
  return (
    <Paper withBorder p="md" className="latched" component="section" aria-labelledby="latched-title" data-testid="latched">
      <Title order={2} size="h3" id="latched-title">
        {t('latched.title')}
      </Title>
      <Text>
        {stop && typeof stop.at_rest_ms === 'number'
          ? t('latched.rest', { time: duration(stop.at_rest_ms), who: stop.asked_by, at: moment(stop.asked_at) })
          : view.stands_still
            ? t('latched.still')
            : t('latched.moving')}
      </Text>
      <Settle watching={watching} />
      {may && !acknowledged && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (looked && reason.trim() !== '') setAcknowledged(true);
          }}
        >
          <Stack gap="sm" mt="sm">
            <Text fw={600}>{t('latched.step1')}</Text>
            <Checkbox
              size="lg"
              label={t('latched.looked')}
              checked={looked}
              onChange={(event) => setLooked(event.currentTarget.checked)}
              required
            />
            <TextInput
              label={t('latched.reason')}
              description={t('latched.reason_help')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={200}
              required
            />
            <Group>
              <Button type="submit" disabled={!looked || reason.trim() === ''}>
                {t('latched.acknowledge')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {may && acknowledged && (
        <Stack gap="sm" mt="sm">
          <Text fw={600}>{t('latched.step2')}</Text>
          <Group>
            <Button
              size="lg"
              disabled={release?.allowed !== true}
              loading={command.isPending}
              onClick={() => command.mutate({ id: 'release', reason: reason.trim() })}
            >
              {t('latched.release')}
            </Button>
            <Button variant="default" onClick={() => setAcknowledged(false)}>
              {t('latched.back')}
            </Button>
          </Group>
          {release?.allowed === false && (
            <Text role="status">
              {t('latched.wait', { why: release.why ? plain(why(whyOf(release, view.state))) : t('latched.moving') })}
            </Text>
          )}
        </Stack>
      )}
      {!may && <Elsewhere />}
      <ProblemAlert problem={command.error} />
    </Paper>
  );
}

/** Where and by whom it is released, on a page that cannot. */
function Elsewhere() {
  const { t } = useTranslation('treat');
  const clinician = useMay('clinician');
  const { control } = useControl();
  return (
    <Text fw={600} mt="sm" data-testid="release-elsewhere">
      {!clinician
        ? t('latched.not_you')
        : control === null
          ? t('latched.elsewhere_free')
          : t('latched.elsewhere', { who: control.name })}
    </Text>
  );
}
