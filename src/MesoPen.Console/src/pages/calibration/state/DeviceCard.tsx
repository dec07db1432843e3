import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../../../parts/Facts';
import { Mark, type Tone } from '../../../parts/Mark';
import { count, day, moment } from '../../../quantity/quantity';
import { StandingMark } from '../certificates/StandingMark';
import { nominal } from '../figures';
import { type Certificate, kinds, type RunLine } from '../model';
import { refuses, worstOf } from '../standing';
import type { CalibrationState, DeviceRow } from './devices';

const tones: Record<CalibrationState, Tone> = { never: 'bad', expired: 'bad', good: 'good' };

interface DeviceCardProps {
  device: DeviceRow;
  certificates: readonly Certificate[];
  /** Calibrations that ended last of their kind and have no certificate. */
  uncertified: readonly RunLine[];
}

/**
 * One device: what the site's certificates say of it, of each kind the one that says most; where there is none, until when it says itself that it is
 * calibrated.
 */
export function DeviceCard({ device, certificates, uncertified }: DeviceCardProps) {
  const { t } = useTranslation('calibration');
  const left = device.daysLeft ?? 0;
  const worst = worstOf(certificates);
  const means =
    device.state !== 'good'
      ? device.state
      : worst !== undefined && refuses(worst)
        ? 'refused'
        : uncertified.length > 0
          ? 'uncertified'
          : worst?.standing === 'soon'
            ? 'soon'
            : 'good';
  return (
    <Stack gap="sm">
      <Group>
        <Text size="lg" fw={700}>
          {device.name ?? t('device', { profile: device.profile, serial: device.serial })}
        </Text>
        {device.state === 'good' && worst !== undefined ? (
          <StandingMark standing={worst.standing} />
        ) : (
          <Mark tone={means === 'uncertified' ? 'warn' : tones[device.state]}>
            {device.state === 'never'
              ? t('never')
              : device.state === 'expired'
                ? t('expired', { count: -left })
                : t('days_left', { count: left })}
          </Mark>
        )}
      </Group>
      <Text>{t(`means.${means}`)}</Text>
      {kinds.map((kind) => {
        const certificate = certificates.find((each) => each.kind === kind);
        const without = uncertified.find((each) => each.kind === kind);
        return (
          <Group key={kind} data-kind={kind}>
            <Text fw={600}>{t(`kinds.${kind}`)}</Text>
            {certificate === undefined ? (
              <Mark tone="idle">{t('standings.none')}</Mark>
            ) : (
              <>
                <StandingMark standing={certificate.standing} />
                <Anchor
                  component={Link}
                  to={`/calibration/certificates/${certificate.certificate_id}`}
                  className="calibration-link"
                  underline="always"
                >
                  {certificate.certificate_id}
                </Anchor>
                <Text>
                  {t('state.until', {
                    day: day(certificate.due_day),
                    min: nominal(kind, certificate.range_min),
                    max: nominal(kind, certificate.range_max),
                  })}
                </Text>
                {certificate.shots_max !== null && <Text>{t('state.shots', { shots: count(certificate.shots_max) })}</Text>}
              </>
            )}
            {without && (
              <Anchor
                component={Link}
                to={`/calibration/runs/${without.calibration_id}`}
                className="calibration-link"
                underline="always"
              >
                {t('state.uncertified', { at: moment(without.begun_at) })}
              </Anchor>
            )}
          </Group>
        );
      })}
      <Facts
        of={[
          [t('due'), device.due === null ? t('no_day') : day(device.due)],
          [t('serial'), device.serial],
          [t('profile'), device.profile],
          [t('firmware'), device.firmware],
          [t('heard'), t(`where.${device.where}`, { at: moment(device.at) })],
        ]}
      />
    </Stack>
  );
}
