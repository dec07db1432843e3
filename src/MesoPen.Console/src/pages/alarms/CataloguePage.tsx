import { Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { FaultText } from '../../parts/FaultText';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { PriorityMark } from './PriorityMark';

const order = { high: 0, medium: 1, low: 2 } as const;

/** Every stop and fault: its number, how soon somebody must look, what happened and what to do. */
export function CataloguePage() {
  const { t } = useTranslation('alarms');
  const read = useQuery({
    queryKey: ['alarms'],
    queryFn: () => body(api.GET('/api/v1/alarms')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const alarms = [...(read.data ?? [])].sort((a, b) => order[a.priority] - order[b.priority] || a.number - b.number);
  return (
    <Stack>
      <Title order={2}>{t('catalogue')}</Title>
      <Text>{t('catalogue_help')}</Text>
      <ProblemAlert problem={read.error} />
      {read.isPending && <Loader aria-label={t('loading', { ns: 'common' })} />}
      <Stack component="ul" aria-label={t('catalogue')} gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {alarms.map((alarm) => (
          <Paper component="li" key={alarm.number} withBorder p="md" data-id={alarm.number}>
            <Stack gap="xs">
              <Group>
                <Text size="lg" fw={700}>
                  {t('number', { number: alarm.number })}
                </Text>
                <PriorityMark priority={alarm.priority} />
                <Text>
                  <FaultText fault={alarm} part="why" />
                </Text>
              </Group>
              <Text fw={600}>
                <FaultText fault={alarm} part="what" />
              </Text>
              <Text>
                {t('to_do')} <FaultText fault={alarm} part="todo" />
              </Text>
            </Stack>
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}
