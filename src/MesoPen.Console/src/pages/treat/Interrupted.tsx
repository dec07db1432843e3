import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';

/** Says that the program was interrupted in this session, until something is armed again: a page that looks as before would hide it. */
export function Interrupted() {
  const { t } = useTranslation('treat');
  const interrupted = useOf((view) => view?.interrupted === true);
  const settled = useOf((view) => view?.settled === true);
  if (!interrupted) return null;
  return (
    <Alert color="yellow" role="status" title={t('interrupted.title')} data-testid="interrupted">
      <Text>{t(settled ? 'interrupted.read' : 'interrupted.reading')}</Text>
      <Text>{t('interrupted.todo')}</Text>
    </Alert>
  );
}
