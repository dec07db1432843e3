import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { queries } from '../../../api/keys';
import { Facts } from '../../../parts/Facts';
import { Mark } from '../../../parts/Mark';
import { ReasonDialog } from '../../../parts/ReasonDialog';
import { day } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useMay } from '../../../shell/who';
import { useReferences } from '../bench';
import { fixed, ofReference, type ReferenceRole } from '../figures';
import type { Reference } from '../model';
import { ReferenceDialog } from './ReferenceDialog';

/** What calibrations are traced to, each with the last day on which its own certificate counts. */
export function ReferencesPage() {
  const { t } = useTranslation('calibration');
  const works = useMay('engineer');
  const [editing, setEditing] = useState<Reference | 'new' | null>(null);
  const [removing, setRemoving] = useState<Reference | null>(null);
  const references = useReferences();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Stack>
      <Title order={2}>{t('sections.references')}</Title>
      <Text>{t('references.help')}</Text>
      {works && (
        <Group>
          <Button onClick={() => setEditing('new')}>{t('references.add')}</Button>
        </Group>
      )}
      <ProblemAlert problem={references.error} />
      {references.isPending && <Loader aria-label={t('loading', { ns: 'common' })} />}
      {references.data?.length === 0 && <Text size="lg">{t('references.none')}</Text>}
      <Stack component="ul" aria-label={t('sections.references')} gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {references.data?.map((each) => (
          <Paper component="li" key={each.reference_id} withBorder p="md" data-id={each.reference_id}>
            <Stack gap="sm">
              <Group>
                <Text size="lg" fw={700}>
                  {t(`roles.${each.role as ReferenceRole}`)}: {each.model}
                </Text>
                <Mark tone={each.due_day < today ? 'bad' : 'good'}>
                  {each.due_day < today
                    ? t('references.past_due', { day: day(each.due_day) })
                    : t('references.due', { day: day(each.due_day) })}
                </Mark>
              </Group>
              <Facts
                of={[
                  [t('references.id'), each.reference_id],
                  [t('serial'), each.serial],
                  [t('references.certificate'), each.certificate],
                  [t('references.resolution'), ofReference(each.role, each.resolution)],
                  [t('references.expanded'), `${ofReference(each.role, each.expanded)} (k = ${fixed(each.coverage / 1_000, 2)})`],
                  [t('references.drift'), ofReference(each.role, each.drift_per_year)],
                ]}
              />
              {works && (
                <Group>
                  <Button
                    variant="default"
                    onClick={() => setEditing(each)}
                    aria-label={t('references.edit_it', { id: each.reference_id })}
                  >
                    {t('edit', { ns: 'common' })}
                  </Button>
                  <Button
                    variant="default"
                    onClick={() => setRemoving(each)}
                    aria-label={t('references.remove_it', { id: each.reference_id })}
                  >
                    {t('remove', { ns: 'common' })}
                  </Button>
                </Group>
              )}
            </Stack>
          </Paper>
        ))}
      </Stack>
      {editing !== null && <ReferenceDialog reference={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {removing !== null && (
        <ReasonDialog
          title={t('references.remove_it', { id: removing.reference_id })}
          consequence={t('references.remove_consequence')}
          act={t('remove', { ns: 'common' })}
          withoutReason
          onAct={async () => {
            await api.DELETE('/api/v1/references/{id}', { params: { path: { id: removing.reference_id } } });
            await queries.invalidateQueries({ queryKey: ['references'] });
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </Stack>
  );
}
