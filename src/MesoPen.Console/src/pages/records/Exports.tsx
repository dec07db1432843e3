import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { keepFile } from '../../parts/keepFile';
import { ProblemAlert } from '../../shell/ProblemAlert';

const forms = {
  fhir: { path: '/api/v1/sessions/{id}/fhir', file: 'fhir.json' },
  shots: { path: '/api/v1/sessions/{id}/shots.csv', file: 'shots.csv' },
  zones: { path: '/api/v1/sessions/{id}/zones.csv', file: 'zones.csv' },
} as const;
type Form = keyof typeof forms;

/** The session to take along. Asked for by the page and saved from it, so that a refusal is read here and not in a saved file. */
export function Exports({ id }: { id: string }) {
  const { t } = useTranslation('records');
  const save = useMutation({
    mutationFn: async (form: Form) => {
      const { response } = await api.GET(forms[form].path, { params: { path: { id } }, parseAs: 'stream' });
      keepFile(await response.blob(), `${id}.${forms[form].file}`);
    },
  });
  return (
    <Stack className="screen-only">
      <Text>{t('exports_text')}</Text>
      <Group>
        {(Object.keys(forms) as Form[]).map((form) => (
          <Button
            key={form}
            variant="default"
            onClick={() => save.mutate(form)}
            loading={save.isPending && save.variables === form}
          >
            {t(`export_${form}`)}
          </Button>
        ))}
      </Group>
      <ProblemAlert problem={save.error} />
    </Stack>
  );
}
