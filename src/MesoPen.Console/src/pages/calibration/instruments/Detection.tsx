import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { Mark } from '../../../parts/Mark';
import { ProblemAlert } from '../../../shell/ProblemAlert';

/** Tries line settings and protocols at an address, and shows all that was said; nothing is tared or set. */
export function Detection({ address, onFound }: { address: string; onFound?: (address: string) => void }) {
  const { t } = useTranslation('calibration');
  const trying = useMutation({
    mutationFn: () => body(api.POST('/api/v1/instruments/detect', { body: { address: address.trim() } })),
    onSuccess: (finding) => {
      if (finding.address !== null) onFound?.(finding.address);
    },
  });
  const finding = trying.data;
  return (
    <Stack gap="sm">
      <Group>
        <Button variant="default" loading={trying.isPending} disabled={address.trim() === ''} onClick={() => trying.mutate()}>
          {t('detect.detect')}
        </Button>
        {trying.isPending && <Text role="status">{t('detect.trying')}</Text>}
      </Group>
      <ProblemAlert problem={trying.error} />
      {finding && (
        <>
          <div role="status">
            <Mark tone={finding.address === null ? 'bad' : 'good'}>
              {finding.address === null ? t('detect.nothing') : t('detect.found')}
            </Mark>
            <Text lang="en" mt="xs" style={{ overflowWrap: 'anywhere' }}>
              {finding.text}
            </Text>
          </div>
          <details>
            <summary className="calibration-summary">{t('detect.transcript', { count: finding.attempts.length })}</summary>
            <Code block tabIndex={0} mah={360} lang="en" style={{ overflow: 'auto' }}>
              {finding.attempts
                .map((each) =>
                  [
                    `${each.protocol} ${each.settings}: ${each.verdict}`,
                    ...each.wire.map((line) => `  ${line.sent ? '>' : '<'} ${line.text}`),
                  ].join('\n'),
                )
                .join('\n')}
            </Code>
          </details>
        </>
      )}
    </Stack>
  );
}
