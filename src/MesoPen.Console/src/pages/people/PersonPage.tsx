import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, body } from '../../api/client';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay, useWho } from '../../shell/who';
import { CompetenceSection } from './CompetenceSection';
import { OneTimePassword } from './OneTimePassword';
import { PersonMarks } from './PersonMarks';
import { type Person, peopleChanged, type RoleWord, tag, usePerson } from './people';
import { RolesDialog } from './RolesDialog';

type Asked = 'roles' | 'deactivation' | 'reactivation' | 'password-reset' | 'sign-out';

/** One person: account, roles, and for which devices somebody else vouched. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const { id = '' } = useParams();
  const own = useWho().person_id === id;
  const may = useMay('administrator');
  const read = usePerson(id);
  const person = read.data;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [told, setTold] = useState<Person | null>(null);
  const unlocking = useMutation({
    mutationFn: () => api.POST('/api/v1/people/{id}/unlock', { params: { path: { id } } }),
    onSettled: peopleChanged,
  });
  if (read.error) return <ProblemAlert problem={read.error} />;
  if (person === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  const locked = person.locked_until !== null && Date.parse(person.locked_until) > Date.now();
  const params = { path: { id }, header: { 'If-Match': tag(person) } };
  const acts: Record<Exclude<Asked, 'roles'>, () => Promise<unknown>> = {
    deactivation: () => api.POST('/api/v1/people/{id}/deactivation', { params }),
    reactivation: async () => setTold(await body(api.POST('/api/v1/people/{id}/reactivation', { params }))),
    'password-reset': async () => setTold(await body(api.POST('/api/v1/people/{id}/password-reset', { params }))),
    'sign-out': () => api.POST('/api/v1/people/{id}/sign-out', { params: { path: { id } } }),
  };
  return (
    <Stack>
      <Stack gap="xs">
        <Title order={2}>{person.name}</Title>
        <Text>
          {person.person_id} · {person.roles.map((role) => t(`roles.${role as RoleWord}`)).join(', ')}
        </Text>
        <PersonMarks person={person} />
      </Stack>
      {may && (
        <section aria-label={t('account')}>
          <Title order={3} mb="xs">
            {t('account')}
          </Title>
          <Group>
            <Button variant="default" onClick={() => setAsked('roles')}>
              {t('change_roles')}
            </Button>
            {locked && (
              <Button variant="default" loading={unlocking.isPending} onClick={() => unlocking.mutate()}>
                {t('unlock')}
              </Button>
            )}
            {person.active ? (
              <>
                {!own && (
                  <Button variant="default" onClick={() => setAsked('password-reset')}>
                    {t('reset')}
                  </Button>
                )}
                <Button variant="default" onClick={() => setAsked('sign-out')}>
                  {t('sign_out_everywhere')}
                </Button>
                <Button variant="default" onClick={() => setAsked('deactivation')}>
                  {t('deactivate')}
                </Button>
              </>
            ) : (
              <Button variant="default" onClick={() => setAsked('reactivation')}>
                {t('reactivate')}
              </Button>
            )}
          </Group>
          <ProblemAlert problem={unlocking.error} />
        </section>
      )}
      {person.roles.includes('clinician') && <CompetenceSection person={person} />}
      {asked === 'roles' && <RolesDialog person={person} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== 'roles' && (
        <ReasonDialog
          title={t(`ask.${asked}.title`, { name: person.name })}
          consequence={t(`ask.${asked}.consequence`)}
          act={t(`ask.${asked}.act`)}
          withoutReason
          onAct={async () => {
            await acts[asked]();
            void peopleChanged();
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {told?.one_time_password && <OneTimePassword person={told} onClose={() => setTold(null)} />}
    </Stack>
  );
}
