import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '../../../parts/Mark';
import type { Standing } from '../standing';

const tones: Record<Standing, Tone> = {
  'in-force': 'good',
  soon: 'warn',
  expired: 'bad',
  worn: 'bad',
  revoked: 'bad',
  superseded: 'idle',
};

/** How a certificate stands. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { t } = useTranslation('calibration');
  return <Mark tone={tones[standing]}>{t(`standings.${standing}`)}</Mark>;
}
