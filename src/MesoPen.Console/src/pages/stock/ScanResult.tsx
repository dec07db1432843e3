import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/Facts';
import { Mark } from '../../parts/Mark';
import { day } from '../../quantity/quantity';
import { type Elements, meaning, type Scan, utcToday } from './offers';
import { ScanFindings } from './ScanFindings';
import { ScanOffers } from './ScanOffers';
import { useShelf } from './shelf';

interface ScanResultProps {
  scan: Scan;
  scanned: string;
  onDone: () => void;
}

/** What was read, what it means here, and what can be done with it; where it can be read in several ways, a person says which. */
export function ScanResult({ scan, scanned, onDone }: ScanResultProps) {
  const { t } = useTranslation('stock');
  const shelf = useShelf().data;
  const [chosen, setChosen] = useState<Elements | null>(null);
  const elements = scan.elements ?? chosen;
  if (elements === null) return <Ways ways={scan.candidates} sentence={scan.sentence} onChoose={setChosen} />;
  if (shelf === undefined) return null;
  const { findings, offers } = meaning(elements, shelf, utcToday());
  return (
    <Stack gap="sm" data-testid="scan-result">
      <Facts of={readings(elements, t)} />
      <ScanFindings findings={findings} />
      <ScanOffers
        offers={offers}
        elements={elements}
        scan={chosen === null || scan.candidates.includes(chosen) ? scanned : null}
        shelf={shelf}
        onDone={onDone}
      />
      {scan.elements === null && (
        <Group>
          <Text>{t('scan.chosen')}</Text>
          <Button variant="default" onClick={() => setChosen(null)}>
            {t('scan.choose_again')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type Translate = ReturnType<typeof useTranslation<'stock'>>['t'];

function readings(elements: Elements, t: Translate): [string, string | null][] {
  return [
    [t('gtin'), elements.gtin ?? null],
    [t('lot'), elements.lot ?? null],
    [t('expires'), elements.expires ? day(elements.expires) : null],
    [t('serial'), elements.serial ?? null],
    [t('produced'), elements.produced ? day(elements.produced) : null],
    [t('additional'), elements.additional ?? null],
    [t('unread'), elements.unread ?? null],
  ];
}

/** The scanner lost the separators: the person compares with the label. */
function Ways({ ways, sentence, onChoose }: { ways: readonly Elements[]; sentence: string; onChoose: (way: Elements) => void }) {
  const { t } = useTranslation('stock');
  return (
    <Stack gap="sm" data-testid="scan-ways">
      <div>
        <Mark tone="warn">{t('scan.ambiguous')}</Mark>
      </div>
      <Text>{t('scan.compare')}</Text>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('scan.ways')}>
        {ways.map((way) => {
          const words = readings(way, t)
            .filter(([, value]) => value !== null)
            .slice(way.gtin ? 1 : 0)
            .map(([name, value]) => `${name} ${value}`)
            .join(' · ');
          return (
            <li key={words}>
              <Button
                variant="default"
                fullWidth
                justify="flex-start"
                h="auto"
                py="xs"
                styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
                onClick={() => onChoose(way)}
              >
                {words}
              </Button>
            </li>
          );
        })}
      </Stack>
      <Group>
        <Button variant="default" onClick={() => onChoose({ gtin: ways[0]?.gtin ?? null, expires: ways[0]?.expires ?? null })}>
          {t('scan.none_of_these')}
        </Button>
      </Group>
      <Text size="sm" lang="en">
        {sentence}
      </Text>
    </Stack>
  );
}
