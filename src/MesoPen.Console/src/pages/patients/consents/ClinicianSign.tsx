import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useSignature } from '../../../shell/signature';
import { type ConsentRecord, useChange } from '../file/file';

/** The clinician signs that the consent was explained: with the password, now. */
export function ClinicianSign({ consent }: { consent: ConsentRecord }) {
  const { t } = useTranslation('patients');
  const ask = useSignature();
  const sign = useChange(async () => {
    const header = await ask(t('sign.clinician_what', { id: consent.id }));
    if (header === null) return null;
    return body(
      api.POST('/api/v1/patients/{id}/consents/{consent}/clinician-signature', {
        params: { path: { id: consent.binding.patient_id, consent: consent.id }, header },
        body: { sha256: consent.sha256 },
      }),
    );
  });
  return (
    <Stack>
      <Text>{t('sign.clinician_text')}</Text>
      <ProblemAlert problem={sign.error} />
      <Group>
        <Button loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
          {t('sign.clinician_sign')}
        </Button>
      </Group>
    </Stack>
  );
}
