import { Anchor, Button, Group, Loader, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { moment } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { ContentView } from './ContentView';
import { differences } from './draft/differences';
import { DifferenceTable } from './editor/DifferenceTable';
import { newest, type Protocol, read, said } from './read';

/** A protocol: what its newest version says, and what earlier ones said. */
export function ProtocolPage() {
  const { protocol: id = '' } = useParams();
  const { data, error } = useQuery(read.protocol(id));
  if (error !== null) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Loader />;
  return <View protocol={data.value} />;
}

function View({ protocol }: { protocol: Protocol }) {
  const { t } = useTranslation('plans');
  const may = useMay('clinician');
  const now = newest(protocol.versions);
  const home = `/protocols/${encodeURIComponent(protocol.id)}`;
  const [older, setOlder] = useState<number>(now.version - 1);
  const before = protocol.versions.find((each) => each.version === older);
  return (
    <Stack>
      <Anchor component={Link} to="/protocols" display="inline-block" py={10} style={{ alignSelf: 'flex-start' }}>
        {t('all_protocols')}
      </Anchor>
      <Group justify="space-between">
        <Title order={1}>{protocol.title}</Title>
        {may && (
          <Group>
            <Button component={Link} to={`${home}/_plan`}>
              {t('plan_for_patient')}
            </Button>
            <Button variant="default" component={Link} to={`${home}/_edit`}>
              {t('edit_protocol')}
            </Button>
          </Group>
        )}
      </Group>
      <Text>{t('made', { id: protocol.id, version: now.version, by: now.by, at: moment(now.at) })}</Text>
      <ContentView version={now} />
      {before !== undefined && (
        <Stack component="section" aria-labelledby="changes">
          <Title order={2} id="changes">
            {t('changes')}
          </Title>
          <NativeSelect
            label={t('compare_with')}
            maw={420}
            value={String(older)}
            onChange={(event) => setOlder(Number(event.currentTarget.value))}
            data={protocol.versions
              .slice(0, -1)
              .toReversed()
              .map((each) => ({
                value: String(each.version),
                label: t('version_by', { version: each.version, by: each.by, at: moment(each.at) }),
              }))}
          />
          <DifferenceTable
            differences={differences(said(before), said(now))}
            was={t('version', { version: before.version })}
            is={t('version', { version: now.version })}
          />
        </Stack>
      )}
    </Stack>
  );
}
