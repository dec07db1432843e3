import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

/** What a person types of a patient. */
export interface PatientDraft {
  initials: string;
  birth_year: string;
  sex: Schemas['Sex'];
  skin_type: string;
}

const sexes = ['female', 'male', 'other', 'unknown'] as const satisfies readonly Schemas['Sex'][];
const skinTypes = ['1', '2', '3', '4', '5', '6'] as const;

/** What is typed, as the host takes it. */
export function asked(draft: PatientDraft) {
  return {
    initials: draft.initials.trim(),
    birth_year: Number(draft.birth_year),
    sex: draft.sex,
    skin_type: Number(draft.skin_type),
  };
}

/** The fields of a patient: nothing more is asked of anybody. */
export function PatientFields({ draft, onChange }: { draft: PatientDraft; onChange: (draft: PatientDraft) => void }) {
  const { t } = useTranslation('patients');
  return (
    <Stack>
      <Group align="flex-start" grow>
        <TextInput
          label={t('field.initials')}
          description={t('field.initials_help')}
          value={draft.initials}
          onChange={(event) => onChange({ ...draft, initials: event.currentTarget.value })}
          maxLength={8}
          autoComplete="off"
          required
        />
        <TextInput
          label={t('field.birth_year')}
          description={t('field.birth_year_help')}
          value={draft.birth_year}
          onChange={(event) => onChange({ ...draft, birth_year: event.currentTarget.value })}
          inputMode="numeric"
          pattern="[0-9]{4}"
          maxLength={4}
          autoComplete="off"
          required
        />
      </Group>
      <NativeSelect
        label={t('field.sex')}
        value={draft.sex}
        onChange={(event) => onChange({ ...draft, sex: event.currentTarget.value as Schemas['Sex'] })}
        data={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
      />
      <NativeSelect
        label={t('field.skin_type')}
        description={t('field.skin_type_help')}
        value={draft.skin_type}
        onChange={(event) => onChange({ ...draft, skin_type: event.currentTarget.value })}
        data={[
          { value: '', label: t('field.choose'), disabled: true },
          ...skinTypes.map((value) => ({ value, label: t(`skin_type.${value}`) })),
        ]}
        required
      />
    </Stack>
  );
}
