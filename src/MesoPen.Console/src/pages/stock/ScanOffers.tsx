import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../shell/who';
import { OpenVialButton } from './OpenVialButton';
import type { Elements, Offer, Shelf } from './offers';
import { ReceiveHeadDialog } from './ReceiveHeadDialog';
import { ReceiveLotDialog } from './ReceiveLotDialog';
import { ReceiveVialDialog } from './ReceiveVialDialog';

interface ScanOffersProps {
  offers: readonly Offer[];
  elements: Elements;
  /** What was scanned; null if the label was typed in its place. */
  scan: string | null;
  shelf: Shelf;
  onDone: () => void;
}

/** The buttons of what fits, and nothing else. */
export function ScanOffers({ offers, elements, scan, shelf, onDone }: ScanOffersProps) {
  const { t } = useTranslation('stock');
  const clinician = useMay('clinician');
  const administrator = useMay('administrator');
  const [opened, setOpened] = useState<Offer | null>(null);
  const [said, setSaid] = useState('');
  const done = (words: string) => {
    setOpened(null);
    setSaid(words);
  };
  const close = () => setOpened(null);
  return (
    <>
      {said !== '' && (
        <Text fw={700}>
          ✓ {said} {t('scan.next')}
        </Text>
      )}
      <Group>
        {offers.map((offer) => {
          switch (offer.kind) {
            case 'receive-lot':
              return (
                <Button key="lot" onClick={() => setOpened(offer)}>
                  {t('lot_receive')}
                </Button>
              );
            case 'receive-vial':
              return (
                <Button key="vial" onClick={() => setOpened(offer)}>
                  {t('vial_receive')}
                </Button>
              );
            case 'receive-head':
              return (
                <Button key="head" onClick={() => setOpened(offer)}>
                  {t('head_receive')}
                </Button>
              );
            case 'open-vial':
              return clinician ? (
                <OpenVialButton
                  key={offer.vial.id}
                  vial={offer.vial}
                  onDone={() => done(t('vial_opened', { id: offer.vial.id }))}
                />
              ) : null;
            case 'register':
              return administrator ? (
                <Group key="register">
                  <Button component={Link} to={`/stock/products/new?gtin=${offer.gtin}`} variant="default">
                    {t('product_new')}
                  </Button>
                  <Button component={Link} to={`/stock/head-types?gtin=${offer.gtin}`} variant="default">
                    {t('head_type_new')}
                  </Button>
                </Group>
              ) : (
                <Text key="register">{t('scan.ask_administrator')}</Text>
              );
            default:
              return null;
          }
        })}
        <Button variant="subtle" onClick={onDone}>
          {t('scan.put_away')}
        </Button>
      </Group>
      {opened?.kind === 'receive-lot' && (
        <ReceiveLotDialog
          product={opened.product}
          elements={elements}
          scan={scan}
          shelf={shelf}
          onClose={close}
          onDone={(lot) => done(t('lot_received', { id: lot.id }))}
        />
      )}
      {opened?.kind === 'receive-vial' && (
        <ReceiveVialDialog
          lot={opened.lot}
          serial={elements.serial ?? ''}
          shelf={shelf}
          onClose={close}
          onDone={(vial) => done(t('vial_received', { id: vial.id }))}
        />
      )}
      {opened?.kind === 'receive-head' && (
        <ReceiveHeadDialog
          headType={opened.headType}
          elements={elements}
          scan={scan}
          shelf={shelf}
          onClose={close}
          onDone={(head) => done(t('head_received', { id: head.head.id }))}
        />
      )}
    </>
  );
}
