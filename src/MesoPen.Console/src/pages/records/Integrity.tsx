import { Button, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { count, moment } from '../../quantity/quantity';
import { Facts } from './Facts';
import { useNames } from './reading';

/** Who closed the record, the hash that it hangs on, and how anybody can tell later that nothing before it was changed. */
export function Integrity({ record }: { record: Schemas['SessionRecordView'] }) {
  const { t } = useTranslation('records');
  const name = useNames();
  const { session, head_hash: hash } = record;
  const command = `mesopen records verify --data DIR --head ${hash}`;
  return (
    <Stack>
      <Facts
        facts={[
          [
            t('closed_by'),
            session.ended && session.ended_at ? `${name(session.ended.by)}, ${moment(session.ended_at)}` : t('still_open'),
          ],
          [
            t('hash'),
            hash ? (
              <span key="hash" className="records-hash">
                {hash}
              </span>
            ) : (
              t('hash_none')
            ),
          ],
          ['', hash ? t('hash_row', { row: count(record.head_sequence), rows: count(record.rows) }) : null],
        ]}
      />
      {hash && (
        <>
          <Title order={3}>{t('verify_title')}</Title>
          <Text>{t('verify_text')}</Text>
          <Group align="start">
            <Code block className="records-command" fz="md" tabIndex={0} aria-label={t('verify_title')} role="region">
              {command}
            </Code>
            <CopyButton value={command}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} className="screen-only">
                  {copied ? t('copied') : t('copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        </>
      )}
    </Stack>
  );
}
