import { Autocomplete, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { day } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useSignature } from '../../shell/signature';
import { type Person, peopleChanged, usePeople, utcToday } from './people';

/** Signs a clinician off for a family of devices until a day; another person than the clinician does. */
export function SignOffForm({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const sign = useSignature();
  const [family, setFamily] = useState('');
  const [until, setUntil] = useState('');
  const known = [...new Set(usePeople().items.flatMap((each) => each.competence.map((one) => one.device_family)))].sort();
  const signing = useMutation({
    mutationFn: async () => {
      const header = await sign(t('sign_off_what', { name: person.name, family: family.trim(), day: day(until) }));
      if (header === null) return;
      await api.POST('/api/v1/people/{id}/competence', {
        params: { path: { id: person.person_id }, header },
        body: { device_family: family.trim(), until },
      });
      setFamily('');
      setUntil('');
    },
    onSettled: peopleChanged,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signing.mutate();
      }}
    >
      <Stack gap="sm">
        <Text>{t('sign_off_help')}</Text>
        <Group align="flex-end">
          <Autocomplete
            label={t('family')}
            description={t('family_help')}
            data={known}
            value={family}
            onChange={setFamily}
            maxLength={32}
            required
          />
          <TextInput
            type="date"
            label={t('until_label')}
            value={until}
            min={utcToday()}
            onChange={(event) => setUntil(event.currentTarget.value)}
            required
          />
          <Button type="submit" loading={signing.isPending}>
            {t('sign_off')}
          </Button>
        </Group>
        <ProblemAlert problem={signing.error} />
      </Stack>
    </form>
  );
}
