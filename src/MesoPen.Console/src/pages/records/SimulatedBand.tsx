import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

/** Says of a session on a simulated device that nobody was treated: on the page, and at the head of every sheet of paper. */
export function SimulatedBand({ session }: { session: Schemas['Treatment'] }) {
  const { t } = useTranslation('records');
  if (session.device_known?.simulated !== true) return null;
  return (
    <div className="simulated-band" data-testid="simulated-record">
      {t('simulated')}
    </div>
  );
}
