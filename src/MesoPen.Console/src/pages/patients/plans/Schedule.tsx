import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { day } from '../../../quantity/quantity';
import { read } from '../file/file';
import { plain } from '../file/plain';
import { Loaded } from '../form/Loaded';

/** Sessions that were given, and those to come. */
export function Schedule({ patient, plan }: { patient: string; plan: string }) {
  const { t } = useTranslation('patients');
  const schedule = useQuery(read.schedule(patient, plan));
  return (
    <Stack component="section" aria-labelledby="schedule" gap="xs">
      <Title order={2} id="schedule">
        {t('plan.schedule')}
      </Title>
      <Loaded query={schedule}>
        {({ given, due }) => (
          <List>
            {given.map((each) => (
              <List.Item key={each}>{t('plan.given_on', { day: day(each) })}</List.Item>
            ))}
            {due.map((each) => (
              <List.Item key={`due ${each.number}`}>
                {t(each.maintenance ? 'overview.maintenance' : 'overview.session', {
                  number: plain(each.number),
                  from: day(each.not_before),
                  until: day(each.not_after),
                })}
              </List.Item>
            ))}
          </List>
        )}
      </Loaded>
      {schedule.data?.due.length === 0 && <Text>{t('series.complete')}</Text>}
    </Stack>
  );
}
