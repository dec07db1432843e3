import { Button, Group, Loader, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { Problem } from '../../api/problem';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { RecallFinding } from './RecallFinding';

const ways = ['lot', 'head', 'device'] as const;
type Way = (typeof ways)[number];

/** Who was treated with a lot, a needle head or a device. The search stands in the address: it can be kept and sent. */
export function Recall() {
  const { t } = useTranslation('outcomes');
  const [asked, ask] = useSearchParams();
  const [way, setWay] = useState<Way>(ways.find((one) => asked.has(one)) ?? 'lot');
  const [word, setWord] = useState(asked.get(way) ?? '');
  const [product, setProduct] = useState(asked.get('product') ?? '');
  const found = useFinding(asked);
  const isUnknown = found.error instanceof Problem && found.error.type === 'unknown';
  return (
    <Stack>
      <Title order={1}>{t('tab.recall')}</Title>
      <Text className="screen-only">{t('recall.text')}</Text>
      <form
        className="screen-only"
        onSubmit={(event) => {
          event.preventDefault();
          ask({ [way]: word.trim(), ...(way === 'lot' && product.trim() !== '' && { product: product.trim() }) });
        }}
      >
        <Group align="end">
          <NativeSelect
            label={t('recall.by')}
            value={way}
            onChange={(event) => {
              setWay(event.currentTarget.value as Way);
              setWord('');
            }}
            data={ways.map((value) => ({ value, label: t(`recall.by_${value}`) }))}
          />
          <TextInput label={t(`recall.${way}`)} value={word} onChange={(event) => setWord(event.currentTarget.value)} required />
          {way === 'lot' && (
            <TextInput label={t('recall.product')} value={product} onChange={(event) => setProduct(event.currentTarget.value)} />
          )}
          <Button type="submit">{t('recall.search')}</Button>
        </Group>
      </form>
      {/* A number that nobody has entered may be a slip of the pen: it is not said that nobody was treated. */}
      {isUnknown ? <Text role="status">{t('recall.unknown')}</Text> : <ProblemAlert problem={found.error} />}
      {found.isFetching && <Loader />}
      {found.data && <RecallFinding finding={found.data} />}
    </Stack>
  );
}

function useFinding(asked: URLSearchParams) {
  const way = ways.find((one) => asked.has(one));
  const word = (way && asked.get(way)) ?? '';
  const product = asked.get('product') ?? '';
  return useQuery({
    enabled: word !== '',
    queryKey: ['outcomes', 'recall', way, word, product],
    queryFn: () => {
      switch (way) {
        case 'head':
          return body(api.GET('/api/v1/recall/head', { params: { query: { head: word } } }));
        case 'device':
          return body(api.GET('/api/v1/recall/device', { params: { query: { serial: word } } }));
        default:
          return body(api.GET('/api/v1/recall/lot', { params: { query: { lot: word, ...(product && { product }) } } }));
      }
    },
  });
}
