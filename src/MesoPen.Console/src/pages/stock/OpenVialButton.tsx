import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { ProblemAlert } from '../../shell/ProblemAlert';
import type { Vial } from './offers';
import { focusScan, stockChanged, tag } from './shelf';

/** Records that a vial was opened just now; from then on its hours count. */
export function OpenVialButton({ vial, onDone }: { vial: Vial; onDone?: () => void }) {
  const { t } = useTranslation('stock');
  const opening = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/vials/{id}/open', { params: { path: { id: vial.id }, header: { 'If-Match': tag(vial.version) } } }),
    onSuccess: () => {
      focusScan();
      onDone?.();
    },
    onSettled: stockChanged,
  });
  return (
    <Stack gap="xs">
      <Button variant="default" loading={opening.isPending} onClick={() => opening.mutate()}>
        {t('vial_open', { id: vial.id })}
      </Button>
      <ProblemAlert problem={opening.error} />
    </Stack>
  );
}
