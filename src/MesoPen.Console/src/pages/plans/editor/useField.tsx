import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { key } from '../draft/draft';
import type { PlanCheck } from '../read';
import { useEditor } from './useEditor';

type Limit = PlanCheck['limits'][number];

/** Names that the host gives to what the page has in two fields. */
const alias: Readonly<Record<string, readonly string[]>> = {
  'course.min_days': ['course.interval'],
  'maintenance.min_days': ['course.maintenance'],
};

/** What stands against a field, in the host's words, and the limits that hold for it. */
export function useField(zone: string | null, field: string): { error: ReactNode; limits: readonly Limit[] } {
  const { t } = useTranslation('plans');
  const { unreadable, check, tried } = useEditor();
  const names = [field, ...(alias[field] ?? [])];
  const limits = (check?.limits ?? []).filter((limit) => limit.zone === zone && names.includes(limit.field));
  const wrong = unreadable[key(zone, field)];
  if (wrong === 'number') return { error: t('unreadable'), limits };
  if (wrong === 'needed') return { error: tried ? t('needed') : null, limits };
  const refused = (check?.refusals ?? []).filter(
    (refusal) => refusal.zone === zone && refusal.field !== null && names.includes(refusal.field),
  );
  if (refused.length === 0) return { error: null, limits };
  return { error: <span lang="en">{[...new Set(refused.map((refusal) => refusal.sentence))].join(' ')}</span>, limits };
}
