import { useTranslation } from 'react-i18next';
import type en from '../../../i18n/en';
import { useZoneName } from '../../../map/zoneName';

type Texts = (typeof en)['patients'];

/** Names of what the host calls by ids, in the language of the page; an id that has no name here comes as it is. */
export function useNames() {
  const { t, i18n } = useTranslation('patients');
  const zoneName = useZoneName();
  const known = (key: string) => i18n.exists(key, { ns: 'patients' });
  const zone = (id: string): string => (id === 'all' ? t('zones_all') : zoneName(id));
  const question = (id: string): string => (known(`question.${id}`) ? t(`question.${id as keyof Texts['question']}`) : id);
  const kind = (id: string): string => (known(`kind.${id}`) ? t(`kind.${id as keyof Texts['kind']}`) : id);
  return { zone, question, kind };
}
