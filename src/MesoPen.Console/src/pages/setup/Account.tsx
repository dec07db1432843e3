import { Button, Checkbox, Fieldset, Group, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../api/client';
import { queries } from '../../api/keys';
import { Problem } from '../../api/problem';
import { ProblemAlert } from '../../shell/ProblemAlert';

const touch = { styles: { body: { alignItems: 'center', minHeight: 44 } } };

/** Setup code, clinic, account and contents, in one go: what was typed stays when something is refused. */
export function Account({ back }: { back: () => void }) {
  const { t, i18n } = useTranslation('setup');
  const navigate = useNavigate();
  const codeField = useRef<HTMLInputElement>(null);
  const [form, setForm] = useState({ code: '', site_name: '', name: '', person_id: '', password: '' });
  const [treats, setTreats] = useState(true);
  const [contents, setContents] = useState('example');
  const begin = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/v1/setup', {
          body: {
            ...form,
            person_id: form.person_id.trim(),
            roles: treats ? ['administrator', 'clinician'] : ['administrator'],
            example: contents === 'example',
            language: i18n.language,
          },
        }),
      ),
    onSuccess: async () => {
      navigate('/devices');
      await queries.invalidateQueries();
    },
  });
  const wrongCode = begin.error instanceof Problem && begin.error.type === 'setup-code-wrong';
  const elsewhere = begin.error instanceof Problem && begin.error.type === 'site-exists';
  useEffect(() => codeField.current?.focus(), []);
  useEffect(() => {
    if (wrongCode) codeField.current?.select();
  }, [wrongCode]);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => setForm({ ...form, [name]: event.currentTarget.value }),
    required: true,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <Stack>
        <Fieldset legend={t('code_title')}>
          <TextInput
            ref={codeField}
            label={t('code')}
            description={t('code_help')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            styles={{ input: { fontFamily: 'monospace', fontSize: 22, letterSpacing: 2, textTransform: 'uppercase' } }}
            error={wrongCode ? begin.error?.message : undefined}
            {...field('code')}
          />
        </Fieldset>
        <Fieldset legend={t('account_title')}>
          <Stack>
            <TextInput label={t('site_name')} description={t('site_name_help')} {...field('site_name')} maxLength={200} />
            <TextInput label={t('name')} description={t('name_help')} autoComplete="name" {...field('name')} maxLength={200} />
            <TextInput
              label={t('person', { ns: 'shell' })}
              description={t('person_help')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              pattern="[a-z][a-z0-9.\-]{1,31}"
              {...field('person_id')}
            />
            <PasswordInput
              label={t('password', { ns: 'common' })}
              description={t('password_rule', { ns: 'shell' })}
              autoComplete="new-password"
              minLength={12}
              maxLength={128}
              {...field('password')}
            />
            <Checkbox.Group label={t('roles')} value={treats ? ['administrator', 'clinician'] : ['administrator']}>
              <Checkbox value="administrator" label={t('administrator')} disabled {...touch} />
              <Checkbox
                value="clinician"
                label={t('clinician')}
                onChange={(event) => setTreats(event.currentTarget.checked)}
                {...touch}
              />
            </Checkbox.Group>
          </Stack>
        </Fieldset>
        <Fieldset legend={t('contents_title')}>
          <Radio.Group value={contents} onChange={setContents} aria-label={t('contents_title')}>
            <Stack>
              <Radio value="example" label={t('example')} description={t('example_text')} {...touch} />
              <Radio value="empty" label={t('empty')} description={t('empty_text')} {...touch} />
            </Stack>
          </Radio.Group>
        </Fieldset>
        <Fieldset legend={t('units_title')}>
          <Text>{t('units')}</Text>
        </Fieldset>
        {elsewhere && <Text fw={600}>{t('begun_elsewhere')}</Text>}
        <ProblemAlert problem={begin.error} />
        <Group justify="space-between">
          <Button variant="default" onClick={back}>
            {t('back', { ns: 'common' })}
          </Button>
          {elsewhere ? (
            <Button onClick={() => void queries.invalidateQueries({ queryKey: ['setup'] })}>{t('to_sign_in')}</Button>
          ) : (
            <Button type="submit" size="lg" loading={begin.isPending}>
              {t('begin')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
