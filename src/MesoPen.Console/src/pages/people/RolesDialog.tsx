import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Dialog } from '../../parts/Dialog';
import { ProblemAlert } from '../../shell/ProblemAlert';
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
    <Dialog title={t('change_roles_of', { name: person.name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <Stack>
          <RoleFields value={chosen} onChange={setChosen} />
          <Text>{t('change_roles_consequence')}</Text>
          <ProblemAlert problem={saving.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel', { ns: 'common' })}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={chosen.length === 0}>
              {t('save', { ns: 'common' })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
