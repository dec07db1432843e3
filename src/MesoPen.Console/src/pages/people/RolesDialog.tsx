import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDialog } from '../../parts/FormDialog';
import { type Person, peopleChanged, tag } from './people';
import { RoleFields } from './RoleFields';

/** Changes what a person may be. */
export function RolesDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('people');
  const [chosen, setChosen] = useState<string[]>(person.roles);
  const saving = useMutation({
    mutationFn: () =>
      api.PUT('/api/v1/people/{id}/roles', {
        params: { path: { id: person.person_id }, header: { 'If-Match': tag(person) } },
        body: { roles: chosen },
      }),
    onSuccess: onClose,
    onSettled: peopleChanged,
  });
  return (
    <FormDialog
      title={t('change_roles_of', { name: person.name })}
      act={t('save', { ns: 'common' })}
      doing={saving}
      ready={chosen.length > 0}
      onClose={onClose}
    >
      <RoleFields value={chosen} onChange={setChosen} />
      <Text>{t('change_roles_consequence')}</Text>
    </FormDialog>
  );
}
