import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '../../parts/Mark';
import type { Verdict } from './model';

const tones: Record<Verdict, Tone> = {
  pass: 'good',
  'conditional-pass': 'warn',
  'conditional-fail': 'bad',
  fail: 'bad',
  undecided: 'idle',
};

/** What a result says under the decision rule. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('calibration');
  return <Mark tone={tones[verdict]}>{t(`verdicts.${verdict}`)}</Mark>;
}
