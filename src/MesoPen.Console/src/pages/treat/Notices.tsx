import { Paper, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { onItem } from '../../live/live';
import { ToldText } from '../../parts/told';
import { useSaid } from '../../parts/useSaid';

interface Line {
  key: string;
  at: string;
  kind: string;
  text: string;
  said: Schemas['Said'] | null;
}

const kept = 100;

/** What was said, with its time, the newest first. */
export function Notices() {
  const { t, i18n } = useTranslation('treat');
  const told = useSaid();
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(
    () =>
      onItem((item) => {
        if (item.kind !== 'notice' || !item.notice) return;
        const { kind, text, said } = item.notice;
        const line = { key: `${item.feed} ${item.number}`, at: item.at, kind, text, said: said ?? null };
        setLines((before) => [line, ...before].slice(0, kept));
      }),
    [],
  );
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="notices-title">
      <Title order={2} size="h4" id="notices-title">
        {t('notices.title')}
      </Title>
      {lines.length === 0 ? (
        <Text>{t('notices.none')}</Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <ol className="notices" tabIndex={0} aria-labelledby="notices-title">
          {lines.map((line) => (
            <li key={line.key}>
              <time dateTime={line.at}>{time.format(new Date(line.at))}</time> <ToldText told={told(line.said, line.text)} />
            </li>
          ))}
        </ol>
      )}
    </Paper>
  );
}
