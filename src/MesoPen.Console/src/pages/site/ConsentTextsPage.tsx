import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { CardList } from '../../parts/CardList';
import { useParts } from '../../parts/useParts';
import { useMay } from '../../shell/who';
import { ConsentTextDialog, consentLists } from './ConsentTextDialog';

type ConsentText = Schemas['ConsentText'];

/** What patients read before they consent; a consent is bound to the version that was read. */
export function ConsentTextsPage() {
  const { t } = useTranslation('site');
  const texts = useParts(['consent-texts'], (query) => body(api.GET('/api/v1/consent-texts', { params: { query } })));
  const may = useMay('administrator');
  const [editing, setEditing] = useState<ConsentText | 'new' | null>(null);
  const [read, setRead] = useState<string | null>(null);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('consent_texts')}</Title>
        {may && (
          <Button variant="default" onClick={() => setEditing('new')}>
            {t('consent_text_new')}
          </Button>
        )}
      </Group>
      <CardList
        label={t('consent_texts')}
        parts={texts}
        empty={t('consent_texts_empty')}
        id={(text) => `${text.id}-${text.version}`}
      >
        {(text) => {
          const key = `${text.id}-${text.version}`;
          return (
            <Stack gap="sm" lang={text.language}>
              <Group justify="space-between">
                <Stack gap={4}>
                  <Text size="lg" fw={700}>
                    {text.title}
                  </Text>
                  <Text>{t('consent_text_line', { id: text.id, version: text.version, language: text.language })}</Text>
                </Stack>
                <Group>
                  <Button variant="default" aria-expanded={read === key} onClick={() => setRead(read === key ? null : key)}>
                    {t('consent_text_read')}
                  </Button>
                  {may && (
                    <Button variant="default" onClick={() => setEditing(text)}>
                      {t('consent_text_next')}
                    </Button>
                  )}
                </Group>
              </Group>
              {read === key &&
                consentLists.map((list) => (
                  <section key={list} aria-label={t(`consent_lists.${list}`)}>
                    <Title order={3} size="h4">
                      {t(`consent_lists.${list}`)}
                    </Title>
                    <List>
                      {text[list].map((line) => (
                        <List.Item key={line}>{line}</List.Item>
                      ))}
                    </List>
                  </section>
                ))}
            </Stack>
          );
        }}
      </CardList>
      {editing !== null && <ConsentTextDialog text={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Stack>
  );
}
