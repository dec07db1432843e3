import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CardList } from '../../parts/CardList';
import { useMay } from '../../shell/who';
import { AddPersonDialog } from './AddPersonDialog';
import { OneTimePassword } from './OneTimePassword';
import { PersonMarks } from './PersonMarks';
import { type Person, type RoleWord, usePeople } from './people';

/** Who works here, as what, and for which devices. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const people = usePeople();
  const may = useMay('administrator');
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<Person | null>(null);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('everybody')}</Title>
        {may && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </Group>
      <CardList label={t('everybody')} parts={people} empty={t('nobody')} id={(person) => person.person_id}>
        {(person) => (
          <Stack gap="xs">
            <Group>
              <Anchor component={Link} to={`/people/person/${person.person_id}`} size="lg" fw={700} py={8}>
                {person.name}
              </Anchor>
              <Text>{person.person_id}</Text>
            </Group>
            <Text>{person.roles.map((role) => t(`roles.${role as RoleWord}`)).join(', ')}</Text>
            <PersonMarks person={person} />
          </Stack>
        )}
      </CardList>
      {adding && (
        <AddPersonDialog
          onClose={() => setAdding(false)}
          onAdded={(person) => {
            setAdding(false);
            setTold(person);
          }}
        />
      )}
      {told?.one_time_password && <OneTimePassword person={told} onClose={() => setTold(null)} />}
    </Stack>
  );
}
