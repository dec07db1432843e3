import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { FormDialog } from '../../parts/FormDialog';
import { type Person, peopleChanged } from './people';
import { RoleFields } from './RoleFields';

/** Adds a person; the answer holds a one-time password, which goes to whoever asked and nowhere else. */
export function AddPersonDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (person: Person) => void }) {
  const { t } = useTranslation('people');
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const adding = useMutation({
    mutationFn: () => body(api.POST('/api/v1/people', { body: { person_id: id.trim(), name: name.trim(), roles: chosen } })),
    gcTime: 0,
    onSuccess: (person) => {
      void peopleChanged();
      onAdded(person);
    },
  });
  return (
    <FormDialog title={t('add')} act={t('add_act')} doing={adding} ready={chosen.length > 0} onClose={onClose}>
      <TextInput
        label={t('name')}
        description={t('name_help')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        required
      />
      <TextInput
        label={t('person_id')}
        description={t('person_id_help')}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        maxLength={32}
        autoComplete="off"
        autoCapitalize="none"
        required
      />
      <RoleFields value={chosen} onChange={setChosen} />
    </FormDialog>
  );
}
