import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { day, volume } from '../../quantity/quantity';

interface Choice {
  value: string;
  label: string;
}

/** All parts of a list. */
export async function all<T>(part: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await part(after);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

/** Which part of a list: as many as the host gives at once, after what was had before. */
export const part = (after: string | undefined, limit = 500) => (after === undefined ? { limit } : { limit, after });

/** Needle heads that were never fitted. */
export function useHeads(): Choice[] {
  const { t } = useTranslation('treat');
  const { data } = useQuery({
    queryKey: ['heads', 'fresh'],
    queryFn: () => all((after) => body(api.GET('/api/v1/heads', { params: { query: part(after) } }))),
  });
  return (data ?? [])
    .filter((view) => view.head.session_id === null && view.head.discarded_because === null)
    .map(({ head, needles }) => ({
      value: head.id,
      label: t('shelf.head', { id: head.id, type: head.head_type_id, needles, until: day(head.sterile_until) }),
    }));
}

/** Vials and mixtures with something in them, those of one product only if it is named. */
export function useVials(product: string | null): Choice[] {
  const { t } = useTranslation('treat');
  const vials = useQuery({
    queryKey: ['vials', 'all'],
    queryFn: () => all((after) => body(api.GET('/api/v1/vials', { params: { query: part(after) } }))),
  });
  const mixtures = useQuery({
    queryKey: ['mixtures', 'all'],
    queryFn: () => all((after) => body(api.GET('/api/v1/mixtures', { params: { query: part(after) } }))),
  });
  const products = useQuery({
    queryKey: ['products', 'all'],
    queryFn: () => all((after) => body(api.GET('/api/v1/products', { params: { query: part(after) } }))),
  });
  const names = new Map((products.data ?? []).map((view) => [view.id, view.name ?? view.id]));
  const label = (vial: Schemas['VialView']) =>
    t(vial.opened_at === null ? 'shelf.vial_closed' : 'shelf.vial', {
      product: vial.product_ids.map((id) => names.get(id) ?? id).join(' + '),
      id: vial.id,
      lot: vial.lot_ids.join(', '),
      left: volume(vial.free_nl),
      expires: day(vial.expires),
    });
  return [...(vials.data ?? []), ...(mixtures.data ?? [])]
    .filter((vial) => vial.discarded_because === null && (product === null || vial.product_ids.includes(product)))
    .map((vial) => ({ value: vial.id, label: label(vial) }));
}
