import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useMay } from '../../../shell/who';
import { calibrationChanged } from '../bench';
import { whole } from '../figures';

type Question = Schemas['BenchQuestion'];

const values = {
  'weight-ng': { scale: 1_000_000, unit: 'mg', signed: true },
  'length-nm': { scale: 1_000, unit: 'µm', signed: true },
  'pressure-pa': { scale: 1_000, unit: 'kPa', signed: false },
} as const;
const room = [
  ['water_milli_c', 'water', 1_000, '°C'],
  ['air_milli_c', 'air', 1_000, '°C'],
  ['pressure_pa', 'pressure', 100, 'hPa'],
  ['humidity_permille', 'humidity', 10, '%'],
] as const;

const nothing = { value: null, water_milli_c: null, air_milli_c: null, pressure_pa: null, humidity_permille: null };

/** What the bench asks of a person, and the fields that answer it. */
export function Asked({ id, asks }: { id: string; asks: Question }) {
  const { t } = useTranslation('calibration');
  const works = useMay('engineer');
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const answering = useMutation({
    mutationFn: (answer: Schemas['BenchAnswer']) =>
      api.POST('/api/v1/calibrations/{id}/answer', { params: { path: { id } }, body: answer }),
    onSettled: calibrationChanged,
  });
  const fields =
    asks.wants === 'environment'
      ? room.map(([name, label, scale, unit]) => ({ name, label: `${t(`asked.${label}`)} (${unit})`, scale, signed: false }))
      : asks.wants === 'done'
        ? []
        : [
            {
              name: 'value',
              label: `${t(`asked.${asks.wants}`)} (${values[asks.wants].unit})`,
              scale: values[asks.wants].scale,
              signed: values[asks.wants].signed,
            },
          ];
  const read = Object.fromEntries(fields.map(({ name, scale, signed }) => [name, whole(texts[name] ?? '', scale, signed)]));
  const complete = Object.values(read).every((value) => value !== null);
  return (
    <Alert color="orange" variant="light" title={t(`asked.title.${asks.wants}`)} role="group" data-wants={asks.wants}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (complete) answering.mutate({ ...nothing, ...read, question: asks.number });
        }}
      >
        <Stack gap="sm">
          <Text lang="en">{asks.sentence}</Text>
          {works && (
            <>
              <Group align="end">
                {fields.map(({ name, label }) => (
                  <TextInput
                    key={name}
                    label={label}
                    inputMode="decimal"
                    autoComplete="off"
                    value={texts[name] ?? ''}
                    onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
                    error={tried && read[name] === null ? t('asked.number') : undefined}
                  />
                ))}
              </Group>
              <ProblemAlert problem={answering.error} />
              <Group>
                <Button type="submit" loading={answering.isPending}>
                  {asks.wants === 'done' ? t('asked.done') : t('asked.enter')}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </form>
    </Alert>
  );
}
