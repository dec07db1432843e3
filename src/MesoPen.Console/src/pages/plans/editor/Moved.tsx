import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../draft/differences';
import { DifferenceTable } from './DifferenceTable';

interface Props {
  /** The version that the draft was upon, and the one that is there now. */
  was: number;
  is: number;
  by: string;
  differences: readonly Difference[];
  onKeep: () => void;
  onTake: () => void;
}

/** Somebody else saved a version meanwhile: what they changed, and the two ways on. Nothing of the draft is lost unasked. */
export function Moved({ was, is, by, differences, onKeep, onTake }: Props) {
  const { t } = useTranslation('plans');
  return (
    <Alert color="yellow" variant="light" role="alert" title={t('moved_title', { version: is, by })} data-testid="moved">
      <Stack>
        <Text>{t('moved_text')}</Text>
        <DifferenceTable differences={differences} was={t('version', { version: was })} is={t('version', { version: is })} />
        <Group>
          <Button variant="default" onClick={onKeep}>
            {t('moved_keep', { version: is })}
          </Button>
          <Button variant="default" onClick={onTake}>
            {t('moved_take', { version: is })}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
