import { Button, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import type { PlanContent } from './draft/draft';
import { PlanEditor } from './editor/PlanEditor';

/** Draws a protocol from nothing. */
export function NewProtocol() {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState(false);
  const make = useMutation({
    mutationFn: (content: PlanContent) =>
      body(api.POST('/api/v1/protocols', { body: { protocol_id: id.trim(), title: title.trim(), content } })),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['protocols'] });
      navigate(`/protocols/${encodeURIComponent(made.id)}`);
    },
  });
  return (
    <Stack>
      <Title order={1}>{t('new_protocol')}</Title>
      <PlanEditor
        initial={null}
        saveLabel={t('make_protocol')}
        saved={make.isSuccess}
        pending={make.isPending}
        onSave={(content) => {
          const named = id.trim() !== '' && title.trim() !== '';
          setMissing(!named);
          if (named) make.mutate(content);
          else document.getElementById(id.trim() === '' ? 'protocol-id' : 'protocol-title')?.focus();
        }}
        cancel={
          <Button variant="default" component={Link} to="/protocols">
            {t('cancel', { ns: 'common' })}
          </Button>
        }
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            id="protocol-id"
            label={t('protocol_id')}
            description={t('id_help')}
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
            maxLength={32}
            autoComplete="off"
            required
            error={missing && id.trim() === '' ? t('needed') : null}
          />
          <TextInput
            id="protocol-title"
            label={t('title')}
            description={t('title_help')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={200}
            required
            error={missing && title.trim() === '' ? t('needed') : null}
          />
        </SimpleGrid>
        <ProblemAlert problem={make.error} />
      </PlanEditor>
    </Stack>
  );
}
