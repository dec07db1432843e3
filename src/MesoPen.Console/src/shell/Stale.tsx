import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { silentMs, staleAfterMs } from '../live/live';
import { duration } from '../quantity/quantity';

/** Says that nothing is heard of the host, within a second. */
export function Stale() {
  const { t } = useTranslation('shell');
  const [silent, setSilent] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSilent(silentMs() > staleAfterMs ? silentMs() : 0), 200);
    return () => clearInterval(timer);
  }, []);
  return (
    <div role="status" aria-live="assertive">
      {silent > 0 && (
        <Alert color="orange" variant="filled" autoContrast data-testid="stale">
          {t('stale', { time: duration(Math.floor(silent / 1000) * 1000 || 1000) })}
        </Alert>
      )}
    </div>
  );
}
