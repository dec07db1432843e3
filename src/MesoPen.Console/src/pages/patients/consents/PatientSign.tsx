import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useWho } from '../../../shell/who';
import { type ConsentRecord, useChange } from '../file/file';
import { UnsavedGuard } from '../form/UnsavedGuard';
import { typedStrokes, withoutStrokes } from './letters';
import { SignaturePad } from './SignaturePad';
import { drawingOf, type Stroke } from './strokes';
import { TypedName } from './TypedName';

/** The patient signs: draws, or, who cannot draw, types. */
export function PatientSign({ consent }: { consent: ConsentRecord }) {
  const { t } = useTranslation('patients');
  const who = useWho();
  const [way, setWay] = useState<'draw' | 'type'>('draw');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [name, setName] = useState('');
  const [agreed, setAgreed] = useState(false);
  const ready =
    way === 'draw' ? strokes.length > 0 : typedStrokes(name).length > 0 && withoutStrokes(name).length === 0 && agreed;
  const sign = useChange(() =>
    body(
      api.POST('/api/v1/patients/{id}/consents/{consent}/patient-signature', {
        params: { path: { id: consent.binding.patient_id, consent: consent.id } },
        body: { sha256: consent.sha256, drawing: drawingOf(way === 'draw' ? strokes : typedStrokes(name)) },
      }),
    ),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sign.mutate(undefined);
      }}
    >
      <UnsavedGuard dirty={!sign.isSuccess && (strokes.length > 0 || name !== '')} />
      <Stack>
        <Text>{t('sign.patient_text', { name: who.name })}</Text>
        <Radio.Group label={t('sign.way')} value={way} onChange={(value) => setWay(value as 'draw' | 'type')}>
          <Group mt="xs">
            {(['draw', 'type'] as const).map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`sign.${each}`)}
                size="md"
                styles={{ body: { minHeight: 44, alignItems: 'center' }, label: { paddingBlock: 12 } }}
              />
            ))}
          </Group>
        </Radio.Group>
        {way === 'draw' ? (
          <SignaturePad strokes={strokes} onChange={setStrokes} />
        ) : (
          <TypedName name={name} agreed={agreed} onName={setName} onAgreed={setAgreed} />
        )}
        <Text fw={700}>{t('sign.patient_final')}</Text>
        <ProblemAlert problem={sign.error} />
        <Group>
          <Button type="submit" loading={sign.isPending} disabled={!ready}>
            {t('sign.patient_sign')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
