import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { keepFile } from '../../../parts/keepFile';
import { ProblemAlert } from '../../../shell/ProblemAlert';

const forms = ['html', 'csv', 'dcc', 'json', 'fhir'] as const;
type Form = (typeof forms)[number];
const endings: Record<Form, string> = { html: 'html', csv: 'csv', dcc: 'xml', json: 'json', fhir: 'fhir.json' };

/** The certificate to take along. Asked for by the page and saved from it, so that a refusal is read here and not in a saved file. */
export function Downloads({ id }: { id: string }) {
  const { t } = useTranslation('calibration');
  const saving = useMutation({
    mutationFn: async (form: Form) => {
      const { response } = await api.GET('/api/v1/certificates/{id}/{form}', {
        params: { path: { id, form } },
        parseAs: 'stream',
      });
      keepFile(await response.blob(), `${id}.${endings[form]}`);
    },
  });
  return (
    <Stack component="section" aria-label={t('downloads.title')} gap="xs">
      <Text>{t('downloads.help')}</Text>
      <Group>
        {forms.map((form) => (
          <Button
            key={form}
            variant="default"
            onClick={() => saving.mutate(form)}
            loading={saving.isPending && saving.variables === form}
          >
            {t(`downloads.${form}`)}
          </Button>
        ))}
      </Group>
      <ProblemAlert problem={saving.error} />
    </Stack>
  );
}
