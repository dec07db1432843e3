import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { readAll } from '../../parts/useParts';
import type { PolicyWords } from './policy';

export function useSite() {
  return useQuery({ queryKey: ['site'], queryFn: () => body(api.GET('/api/v1/site')) });
}

/** All proposals: the history of versions needs every one of them. */
export function useProposals() {
  return useQuery({
    queryKey: ['site', 'proposals'],
    queryFn: () => readAll((query) => body(api.GET('/api/v1/site/proposals', { params: { query } }))),
  });
}

export function siteChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['site'] });
}

/** Other treatments that the site's policy knows by name. */
export const treatments = [
  'peel',
  'laser',
  'light',
  'microneedling',
  'filler',
  'platelet-rich-plasma',
  'dermabrasion',
  'mesotherapy',
  'vaccination',
  'other',
] as const satisfies readonly Schemas['OtherTreatmentKind'][];

export function usePolicyWords(): PolicyWords {
  const { t } = useTranslation('site');
  const named = (treatment: string) =>
    (treatments as readonly string[]).includes(treatment)
      ? t(`treatments.${treatment as (typeof treatments)[number]}`)
      : treatment;
  return {
    limit: (kind, zone) => `${t(`kinds.${kind}`)}, ${zone ?? t('all_zones')}`,
    combination: (treatment) => t('combination_after', { treatment: named(treatment) }),
    forbids: t('forbids'),
    screening: t('screening_days'),
    consent: t('consent_days'),
    days: (count) => t('days', { count }),
    yes: t('yes', { ns: 'common' }),
    no: t('no', { ns: 'common' }),
  };
}

export function useDiffWords() {
  const { t } = useTranslation('site');
  return { label: t('difference'), what: t('what'), old: t('old'), new: t('new'), none: t('not_stated') };
}
