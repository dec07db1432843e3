import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '../../parts/Mark';
import { day } from '../../quantity/quantity';
import type { Finding } from './offers';

/** What a scan means here, in words with a symbol. */
export function ScanFindings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('stock');
  const say = (finding: Finding): [Tone, string, string?] => {
    switch (finding.kind) {
      case 'product':
        return ['info', t('scan.is_product', { name: finding.product.name ?? finding.product.id })];
      case 'head-type':
        return ['info', t('scan.is_head', { name: finding.headType.title })];
      case 'unknown-gtin':
        return ['bad', t('scan.unknown_gtin', { gtin: finding.gtin }), t('scan.unknown_gtin_remedy')];
      case 'no-gtin':
        return ['warn', t('scan.no_gtin'), t('scan.no_gtin_remedy')];
      case 'retired':
        return ['bad', t('scan.retired', { reason: finding.product.retired_because ?? '' }), t('scan.retired_remedy')];
      case 'expired':
        return ['bad', t('scan.expired', { day: day(finding.day) }), t('scan.expired_remedy')];
      case 'recalled':
        return ['bad', t('scan.recalled', { reason: finding.lot.recalled_because ?? '' }), t('scan.recalled_remedy')];
      case 'known-lot':
        return ['good', t('scan.known_lot', { id: finding.lot.id, day: day(finding.lot.expires) })];
      case 'no-lot':
        return ['warn', t('scan.no_lot'), t('scan.no_lot_remedy')];
      case 'known-vial':
        return finding.vial.discarded_because !== null
          ? ['bad', t('scan.vial_discarded', { id: finding.vial.id, reason: finding.vial.discarded_because })]
          : finding.vial.opened_at !== null
            ? ['info', t('scan.vial_open', { id: finding.vial.id })]
            : ['good', t('scan.vial_closed', { id: finding.vial.id })];
    }
  };
  return (
    <>
      {findings.map((finding) => {
        const [tone, words, remedy] = say(finding);
        return (
          <Group key={finding.kind} gap="sm" data-finding={finding.kind}>
            <Mark tone={tone}>{words}</Mark>
            {remedy !== undefined && <Text>{remedy}</Text>}
          </Group>
        );
      })}
    </>
  );
}
