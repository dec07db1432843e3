import { Anchor, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { nameOf } from './file/blockName';
import { type Patient, read } from './file/file';
import { findings } from './file/findings';
import { mendedAt } from './file/mendedAt';
import { plain } from './file/plain';
import { useBlockSentence } from './file/useBlockSentence';
import { useFacts } from './file/useFacts';
import { useFindingSentence } from './file/useFindingSentence';

const linesUnlessAsked = 4;
const headerHeight = 60;

/** Whose page it is, what was found against treatment, and what blocks the next session: always in sight. */
export function PatientBanner({ patient }: { patient: Patient }) {
  const { t } = useTranslation('patients');
  const { facts, error } = useFacts(patient.id);
  const roomy = useMediaQuery('(min-height: 640px) and (min-width: 768px)', true) ?? true;
  const [all, setAll] = useState<boolean | null>(null);
  const { ref, height } = useElementSize();
  const told = useQuery(read.blocks(patient.id));
  const sentence = useBlockSentence(facts?.plans ?? []);
  const finding = useFindingSentence();
  useEffect(() => {
    // What has focus is not hidden behind the banner.
    const root = document.documentElement;
    const before = root.style.scrollPaddingTop;
    root.style.scrollPaddingTop = `${headerHeight + height + 24}px`;
    return () => {
      root.style.scrollPaddingTop = before;
    };
  }, [height]);
  const found = facts ? findings(facts) : [];
  const blocking = told.data ?? [];
  const shown = all === true ? blocking : blocking.slice(0, all === null && roomy ? linesUnlessAsked : 0);
  return (
    <Paper
      ref={ref}
      component="section"
      aria-label={t('banner.label')}
      withBorder
      shadow="sm"
      p="sm"
      pos="sticky"
      top={headerHeight}
      style={{ zIndex: 50 }}
      data-testid="patient-banner"
    >
      <Group gap="md" style={{ rowGap: 0 }}>
        <Anchor
          component={Link}
          to={`/patients/${encodeURIComponent(patient.id)}`}
          fw={700}
          size="xl"
          c="var(--mantine-color-text)"
        >
          {patient.id}
        </Anchor>
        <Text fw={700} size="xl">
          {patient.initials}
        </Text>
        <Text size="lg">{t('born', { year: plain(patient.birth_year) })}</Text>
        <Text size="lg">{t('banner.skin_type', { type: plain(patient.skin_type) })}</Text>
      </Group>
      <ProblemAlert problem={error ?? told.error} />
      {facts && told.data && (
        <Stack gap={4} mt={4}>
          <Text fw={found.length > 0 ? 700 : 400} data-testid="findings">
            {found.length > 0
              ? t('banner.found', { findings: found.map(finding).join('; ') })
              : facts.screening === null
                ? t('banner.not_asked')
                : t('banner.nothing_found')}
          </Text>
          {blocking.length === 0 && <Text data-testid="blocks">✓ {t('banner.nothing_blocks')}</Text>}
          {blocking.length > 0 && (
            <Group gap="xs" align="center">
              <Text fw={700}>✕ {t('banner.blocks', { count: blocking.length })}</Text>
              {(shown.length < blocking.length || all === true) && (
                <Button variant="default" size="compact-md" aria-expanded={all === true} onClick={() => setAll(all !== true)}>
                  {all === true ? t('banner.fewer') : t('banner.all', { count: blocking.length - shown.length })}
                </Button>
              )}
            </Group>
          )}
          {shown.length > 0 && (
            <List data-testid="blocks" listStyleType="none" mah="32vh" style={{ overflowY: 'auto' }}>
              {shown.map((each) => (
                <List.Item key={`${each.type} ${each.plan_id} ${each.questions.join()}`} data-block={nameOf(each)}>
                  <Anchor component={Link} to={mendedAt(patient.id, each)} inline py={10} display="inline-block">
                    {sentence(each)}
                  </Anchor>
                </List.Item>
              ))}
            </List>
          )}
        </Stack>
      )}
    </Paper>
  );
}
