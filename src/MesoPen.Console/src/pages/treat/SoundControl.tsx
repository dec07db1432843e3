import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setMuted, unlock, useSound } from './sound';

/** Whether anything is heard, and the buttons that change it. Silence is always seen. */
export function SoundControl() {
  const { t } = useTranslation('treat');
  const { locked, muted } = useSound();
  return (
    <Group gap="xs">
      {locked && !muted && (
        <Button color="yellow" variant="filled" autoContrast onClick={unlock}>
          {t('sound.locked')}
        </Button>
      )}
      <Button
        variant={muted ? 'filled' : 'default'}
        color="yellow"
        autoContrast
        aria-pressed={muted}
        onClick={() => setMuted(!muted)}
      >
        {muted ? t('sound.muted') : t('sound.mute')}
      </Button>
    </Group>
  );
}
