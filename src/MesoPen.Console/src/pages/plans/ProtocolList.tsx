import { Anchor, Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../api/client';
import { count, day, volume } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { newest } from './read';

/** The templates of plans. */
export function ProtocolList() {
  const { t } = useTranslation('plans');
  const may = useMay('clinician');
  const [sought, setSought] = useState('');
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['protocols', 'list'],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/protocols', { params: { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } } }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  const words = sought.trim().toLocaleLowerCase();
  const found = all.filter((each) => `${each.title} ${each.id}`.toLocaleLowerCase().includes(words));
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{t('protocols')}</Title>
        {may && (
          <Button component={Link} to="/protocols/_new">
            {t('new_protocol')}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={error} />
      {data !== undefined && all.length === 0 && <Text>{t(may ? 'protocols_empty' : 'protocols_none')}</Text>}
      {all.length > 0 && (
        <>
          <TextInput
            label={t('find')}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
            maw={420}
            {...(hasNextPage ? { description: t('find_part', { count: all.length, shown: count(all.length) }) } : {})}
          />
          <Table.ScrollContainer minWidth={480} type="native">
            <Table aria-label={t('protocols')} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('protocol')}</Table.Th>
                  <Table.Th scope="col">{t('version_head')}</Table.Th>
                  <Table.Th scope="col">{t('zones')}</Table.Th>
                  <Table.Th scope="col">{t('field.product_id')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.map((each) => {
                  const version = newest(each.versions);
                  return (
                    <Table.Tr key={each.id}>
                      <Table.Td>
                        <Anchor component={Link} to={`/protocols/${encodeURIComponent(each.id)}`} display="inline-block" py={10}>
                          {each.title}
                        </Anchor>
                        <Text size="sm">{each.id}</Text>
                      </Table.Td>
                      <Table.Td>{t('version_of', { version: version.version, day: day(version.at) })}</Table.Td>
                      <Table.Td>
                        {t('zones_shots', {
                          zones: count(version.zones.length),
                          shots: count(version.zones.reduce((sum, zone) => sum + zone.points, 0)),
                        })}
                      </Table.Td>
                      <Table.Td>
                        {version.product_id},{' '}
                        {volume(version.zones.reduce((sum, zone) => sum + zone.points * zone.dose_nl, version.prime_nl))}
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {found.length === 0 && <Text>{t('find_nothing')}</Text>}
          {hasNextPage && (
            <Button variant="default" onClick={() => fetchNextPage()} loading={isFetching} style={{ alignSelf: 'flex-start' }}>
              {t('more', { ns: 'common' })}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
