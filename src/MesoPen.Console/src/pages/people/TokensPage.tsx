import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { queries } from '../../api/keys';
import { CardList } from '../../parts/CardList';
import { Facts } from '../../parts/Facts';
import { Mark } from '../../parts/Mark';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { ShownOnce } from '../../parts/ShownOnce';
import { useParts } from '../../parts/useParts';
import { moment } from '../../quantity/quantity';
import { useMay, useWho } from '../../shell/who';
import { IssueTokenDialog } from './IssueTokenDialog';
import type { RoleWord } from './people';

type Token = Schemas['TokenView'];

export function tokensChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['tokens'] });
}

/** Tokens with which programs ask in a person's name: issued in one's own name, revoked by oneself or an administrator. */
export function TokensPage() {
  const { t } = useTranslation('people');
  const who = useWho();
  const administrator = useMay('administrator');
  const tokens = useParts(['tokens'], (query) => body(api.GET('/api/v1/tokens', { params: { query } })));
  const [issuing, setIssuing] = useState(false);
  const [told, setTold] = useState<Token | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('tokens')}</Title>
        <Button variant="default" onClick={() => setIssuing(true)}>
          {t('token_issue')}
        </Button>
      </Group>
      <Text>{t('tokens_help')}</Text>
      <CardList label={t('tokens')} parts={tokens} empty={t('tokens_empty')} id={(token) => token.token_id}>
        {(token) => (
          <Group justify="space-between">
            <Stack gap="xs">
              <Text size="lg" fw={700}>
                {token.name}
              </Text>
              <Facts
                of={[
                  [t('token_of'), token.person_id],
                  [t('roles_label'), token.roles.map((role) => t(`roles.${role as RoleWord}`)).join(', ')],
                ]}
              />
              <div>
                {Date.parse(token.expires_at) < Date.now() ? (
                  <Mark tone="idle">{t('token_expired', { at: moment(token.expires_at) })}</Mark>
                ) : (
                  <Mark tone="good">{t('token_until', { at: moment(token.expires_at) })}</Mark>
                )}
              </div>
            </Stack>
            {(administrator || token.person_id === who.person_id) && (
              <Button
                variant="default"
                onClick={() => setRevoking(token)}
                aria-label={t('token_revoke_of', { name: token.name })}
              >
                {t('token_revoke')}
              </Button>
            )}
          </Group>
        )}
      </CardList>
      {issuing && (
        <IssueTokenDialog
          onClose={() => setIssuing(false)}
          onIssued={(token) => {
            setIssuing(false);
            setTold(token);
            void tokensChanged();
          }}
        />
      )}
      {told?.token && (
        <ShownOnce
          title={t('token_title', { name: told.name })}
          about={t('token_about')}
          secret={told.token}
          onClose={() => setTold(null)}
          words={{
            warning: t('token_warning'),
            copy: t('copy'),
            copied: t('copied'),
            copy_failed: t('copy_failed'),
            noted: t('noted'),
          }}
        />
      )}
      {revoking && (
        <ReasonDialog
          title={t('token_revoke_of', { name: revoking.name })}
          consequence={t('token_revoke_consequence')}
          act={t('token_revoke')}
          withoutReason
          onAct={async () => {
            await api.DELETE('/api/v1/tokens/{id}', { params: { path: { id: revoking.token_id } } });
            await tokensChanged();
          }}
          onClose={() => setRevoking(null)}
        />
      )}
    </Stack>
  );
}
