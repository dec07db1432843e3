import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { PolicyEditor } from './PolicyEditor';
import { useSite } from './site';

/** A change of the policy begins from the version that holds. */
export function ProposePage() {
  const { t } = useTranslation('site');
  const site = useSite();
  const may = useMay('clinician', 'administrator');
  if (!may) return t('propose_who');
  if (site.error) return <ProblemAlert problem={site.error} />;
  if (site.data === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  return <PolicyEditor key={site.data.policy_version} policy={site.data.policy} version={site.data.policy_version} />;
}
