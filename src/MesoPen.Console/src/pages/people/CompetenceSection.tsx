import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Mark } from '../../parts/Mark';
import { ReasonDialog } from '../../parts/ReasonDialog';
import { day, moment } from '../../quantity/quantity';
import { useMay, useWho } from '../../shell/who';
import { type Person, peopleChanged, utcToday } from './people';
import { SignOffForm } from './SignOffForm';

/** For which families of devices a second person vouched, until when; without it nothing is armed. */
export function CompetenceSection({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const own = useWho().person_id === person.person_id;
  const may = useMay('clinician', 'engineer', 'administrator');
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const today = utcToday();
  return (
    <Stack component="section" aria-label={t('competence')} gap="sm">
      <Title order={3}>{t('competence')}</Title>
      {person.competence.length === 0 && <Text>{t('competence_empty')}</Text>}
      <Stack component="ul" m={0} p={0} gap="sm" style={{ listStyle: 'none' }}>
        {person.competence.map((each) => (
          <Paper component="li" key={each.device_family} withBorder p="md" data-id={each.device_family}>
            <Group justify="space-between">
              <Stack gap={4}>
                <Group>
                  <Text size="lg" fw={700}>
                    {each.device_family}
                  </Text>
                  <Mark tone={each.until < today ? 'bad' : 'good'}>
                    {t(each.until < today ? 'until_past' : 'until', { day: day(each.until) })}
                  </Mark>
                </Group>
                <Text>{t('signed_by', { name: each.signature.printed_name, at: moment(each.signature.at) })}</Text>
              </Stack>
              {may && (
                <Button
                  variant="default"
                  onClick={() => setWithdrawing(each.device_family)}
                  aria-label={t('withdraw_of', { family: each.device_family })}
                >
                  {t('withdraw')}
                </Button>
              )}
            </Group>
          </Paper>
        ))}
      </Stack>
      {may && person.active && (own ? <Text>{t('nobody_signs_off_himself')}</Text> : <SignOffForm person={person} />)}
      {withdrawing !== null && (
        <ReasonDialog
          title={t('withdraw_of', { family: withdrawing })}
          consequence={t('withdraw_consequence', { name: person.name, family: withdrawing })}
          act={t('withdraw')}
          onAct={async (reason) => {
            await api.POST('/api/v1/people/{id}/competence-withdrawal', {
              params: { path: { id: person.person_id } },
              body: { device_family: withdrawing, reason },
            });
            await peopleChanged();
          }}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Stack>
  );
}
