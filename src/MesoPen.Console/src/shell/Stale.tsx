import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { silentMs } from '../live/live';
import { useStale } from '../live/useStation';
import { duration } from '../quantity/quantity';

/** Says that nothing is heard of the host, within a second; goes by itself when it is heard again. */
export function Stale() {
  const { t } = useTranslation('shell');
  const stale = useStale();
  const [seconds, setSeconds] = useState(1);
  useEffect(() => {
    if (!stale) return;
    const count = () => setSeconds(Math.max(1, Math.floor(silentMs() / 1_000)));
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [stale]);
  return (
    <div role="alert">
      {stale && (
        <Alert color="orange" variant="filled" autoContrast mb="md" data-testid="stale">
          {/* The seconds count on; whoever listens hears the sentence once. */}
          <span aria-live="off">{t('stale', { time: duration(seconds * 1_000) })}</span>
        </Alert>
      )}
    </div>
  );
}
