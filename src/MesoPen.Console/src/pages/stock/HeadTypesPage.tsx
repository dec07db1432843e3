import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CardList } from '../../parts/CardList';
import { Facts } from '../../parts/Facts';
import { count } from '../../quantity/quantity';
import { useMay } from '../../shell/who';
import { HeadTypeDialog } from './HeadTypeDialog';
import type { HeadType } from './offers';
import { useHeadTypes } from './shelf';

/** Types of needle heads: how many needles, how many punctures one may make, and who decided it. */
export function HeadTypesPage() {
  const { t } = useTranslation('stock');
  const types = useHeadTypes();
  const may = useMay('administrator');
  const [search, setSearch] = useSearchParams();
  const gtin = search.get('gtin');
  const [opened, setOpened] = useState<HeadType | 'new' | null>(may && gtin !== null ? 'new' : null);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('head_types')}</Title>
        {may && (
          <Button variant="default" onClick={() => setOpened('new')}>
            {t('head_type_new')}
          </Button>
        )}
      </Group>
      <CardList
        label={t('head_types')}
        parts={types}
        empty={may ? t('head_types_empty') : t('nothing_yet')}
        id={(type) => type.id}
      >
        {(type) => (
          <Group justify="space-between" align="flex-start">
            <Stack gap="xs">
              <Text size="lg" fw={700}>
                {type.title}
              </Text>
              <Facts
                of={[
                  [t('needles'), count(type.needles)],
                  [t('punctures_most'), count(type.punctures_max)],
                  [t('punctures_warned'), count(type.punctures_warning)],
                  [t('why'), type.reason],
                  [t('gtin'), type.gtin],
                  [t('revision'), count(type.revision)],
                ]}
              />
            </Stack>
            {may && (
              <Button variant="default" onClick={() => setOpened(type)}>
                {t('new_version')}
              </Button>
            )}
          </Group>
        )}
      </CardList>
      {opened !== null && (
        <HeadTypeDialog
          type={opened === 'new' ? null : opened}
          gtin={gtin ?? ''}
          onClose={() => {
            setOpened(null);
            if (gtin !== null) setSearch({});
          }}
        />
      )}
    </Stack>
  );
}
