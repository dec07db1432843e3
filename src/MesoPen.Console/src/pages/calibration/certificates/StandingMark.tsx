import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '../../../parts/Mark';
import type { Standing } from '../standing';

const tones: Record<Standing, Tone> = {
  'in-force': 'good',
  soon: 'warn',
  expired: 'bad',
  worn: 'bad',
  drifted: 'bad',
  revoked: 'bad',
  superseded: 'idle',
};

/** How a certificate stands. */
export function StandingMark({ standing }: { standing: string }) {
  const { t } = useTranslation('calibration');
  return <Mark tone={tones[standing as Standing]}>{t(`standings.${standing as Standing}`)}</Mark>;
}
