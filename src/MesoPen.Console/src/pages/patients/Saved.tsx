import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSaved } from './file/saved';

const shownMs = 6_000;

/** Says that a change was saved, also to who does not see the page. */
export function Saved() {
  const { t } = useTranslation();
  const [said, setSaid] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = onSaved(() => {
      clearTimeout(timer);
      setSaid(true);
      timer = setTimeout(() => setSaid(false), shownMs);
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, []);
  return (
    <Text role="status" fw={700} mih={0}>
      {said && `✓ ${t('saved')}`}
    </Text>
  );
}
