import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { queries } from '../../../api/keys';
import { Dialog } from '../../../parts/Dialog';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { referenceRoles, referenceUnits, typed, whole } from '../figures';
import type { Reference } from '../model';

/** A reference instrument and what its own certificate says. */
export function ReferenceDialog({ reference, onClose }: { reference: Reference | null; onClose: () => void }) {
  const { t } = useTranslation('calibration');
  const [tried, setTried] = useState(false);
  const scaleOf = (role: string) => referenceUnits[role]?.per ?? 1;
  const amount = (of: (reference: Reference) => number) =>
    reference === null ? '' : typed(of(reference), scaleOf(reference.role));
  const [draft, setDraft] = useState({
    id: reference?.reference_id ?? '',
    role: reference?.role ?? 'balance',
    model: reference?.model ?? '',
    serial: reference?.serial ?? '',
    certificate: reference?.certificate ?? '',
    due: reference?.due_day ?? '',
    resolution: amount((each) => each.resolution),
    expanded: amount((each) => each.expanded),
    coverage: reference === null ? '2' : typed(reference.coverage, 1_000),
    drift: reference === null ? '0' : amount((each) => each.drift_per_year),
  });
  const { per, unit } = referenceUnits[draft.role] ?? { per: 1, unit: '' };
  const read = {
    resolution: whole(draft.resolution, per),
    expanded: whole(draft.expanded, per),
    coverage: whole(draft.coverage, 1_000),
    drift: whole(draft.drift, per),
  };
  const lines = ['id', 'model', 'serial', 'certificate', 'due'] as const;
  const complete = lines.every((name) => draft[name].trim() !== '') && Object.values(read).every((value) => value !== null);
  const saving = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/references', {
        body: {
          reference_id: draft.id.trim(),
          role: draft.role,
          model: draft.model.trim(),
          serial: draft.serial.trim(),
          certificate: draft.certificate.trim(),
          due_day: draft.due,
          resolution: read.resolution ?? 0,
          expanded: read.expanded ?? 0,
          coverage: read.coverage ?? 0,
          drift_per_year: read.drift ?? 0,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['references'] });
      onClose();
    },
  });
  const line = (name: (typeof lines)[number], label: string, type = 'text') => (
    <TextInput
      label={label}
      type={type}
      required
      maxLength={200}
      disabled={name === 'id' && reference !== null}
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      error={tried && draft[name].trim() === '' ? t('begin.needed') : undefined}
    />
  );
  const number = (name: keyof typeof read, label: string) => (
    <TextInput
      label={label}
      required
      inputMode="decimal"
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      error={tried && read[name] === null ? t('asked.number') : undefined}
    />
  );
  return (
    <Dialog
      title={reference === null ? t('references.add') : t('references.edit_it', { id: reference.reference_id })}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (complete) saving.mutate();
        }}
      >
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'end' }}>
            <NativeSelect
              label={t('references.role')}
              value={draft.role}
              onChange={(event) => setDraft({ ...draft, role: event.currentTarget.value })}
              data={referenceRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
            />
            {line('id', t('references.id'))}
            {line('model', t('references.model'))}
            {line('serial', t('serial'))}
            {line('certificate', t('references.certificate'))}
            {line('due', t('references.due_day'), 'date')}
            {number('resolution', `${t('references.resolution')} (${unit})`)}
            {number('expanded', `${t('references.expanded')} (${unit})`)}
            {number('coverage', t('references.coverage'))}
            {number('drift', `${t('references.drift')} (${unit})`)}
          </SimpleGrid>
          <ProblemAlert problem={saving.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel', { ns: 'common' })}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('save', { ns: 'common' })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
