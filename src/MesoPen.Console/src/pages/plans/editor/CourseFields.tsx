import { Fieldset, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GeneralField } from '../draft/draft';
import { NumberField } from './NumberField';
import { useEditor } from './useEditor';
import { useField } from './useField';

/** How the series runs. */
export function CourseFields() {
  const { t } = useTranslation('plans');
  const { draft, change } = useEditor();
  const source = useField(null, 'course.source');
  const set = (field: GeneralField) => (text: string) => change({ do: 'general', field, text });
  return (
    <Fieldset legend={t('course_title')}>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm">
        {(['course.sessions', 'course.min_days', 'course.max_days'] as const).map((field) => (
          <NumberField
            key={field}
            zone={null}
            field={field}
            label={t(`field.${field}`)}
            value={draft.general[field]}
            onChange={set(field)}
          />
        ))}
        {(['maintenance.min_days', 'maintenance.max_days'] as const).map((field) => (
          <NumberField
            key={field}
            zone={null}
            field={field}
            label={t(`field.${field}`)}
            value={draft.general[field]}
            onChange={set(field)}
            required={false}
          />
        ))}
        <TextInput
          label={t('field.course.source')}
          value={draft.general['course.source']}
          onChange={(event) => set('course.source')(event.currentTarget.value)}
          maxLength={200}
          error={source.error}
          description={t('course_source_help')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
