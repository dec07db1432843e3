import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, versioned } from '../../../api/client';
import { day } from '../../../quantity/quantity';
import { type Photo, read, useChange } from '../file/file';
import { useNames } from '../file/useNames';
import { Loaded } from '../form/Loaded';
import { ReasonDialog } from '../form/ReasonDialog';
import { useBase } from '../form/useBase';
import { PhotoForm } from './PhotoForm';
import { SessionLink } from './SessionLink';

/** Where the photographs are kept, and the hash that tells whether one was changed. The pictures never enter the records. */
export function Photos({ patient, may }: { patient: string; may: boolean }) {
  const { t } = useTranslation('patients');
  const photos = useQuery(read.photos(patient));
  const [adding, setAdding] = useState(false);
  return (
    <Stack component="section" aria-labelledby="photos">
      <Title order={2} id="photos">
        {t('photo.title')}
      </Title>
      <Text>{t('photo.text')}</Text>
      {may && !adding && (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('photo.new')}
          </Button>
        </Group>
      )}
      {adding && <PhotoForm patient={patient} onDone={() => setAdding(false)} />}
      <Loaded query={photos}>
        {(all) => (
          <>
            {all.length === 0 && <Text>{t('photo.none')}</Text>}
            {all.toReversed().map((each) => (
              <Line key={each.id} photo={each} may={may} />
            ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Line({ photo, may }: { photo: Photo; may: boolean }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const [asking, setAsking] = useState(false);
  const path = { id: photo.id };
  const { changes, onError, etag } = useBase({ value: photo, etag: `"${photo.version}"` }, () =>
    versioned(api.GET('/api/v1/photos/{id}', { params: { path } })),
  );
  const withdraw = useChange(
    (reason: string) => body(api.POST('/api/v1/photos/{id}/withdrawal', { params: { path, header: etag }, body: { reason } })),
    () => setAsking(false),
  );
  const { details } = photo;
  return (
    <Paper withBorder p="sm" component="article" aria-label={photo.id}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="md">
            <Text>{day(details.day)}</Text>
            <Text fw={700}>{names.zone(details.zone)}</Text>
            <Text style={{ overflowWrap: 'anywhere' }}>{details.reference}</Text>
            <SessionLink session={details.session_id} />
            {photo.withdrawn && (
              <Badge variant="default" size="lg" tt="none">
                {t('withdrawn')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            SHA-256 {details.sha256}
          </Text>
        </Stack>
        {may && !photo.withdrawn && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('withdraw')}
          </Button>
        )}
      </Group>
      <ReasonDialog
        opened={asking}
        title={t('photo.withdraw_title')}
        text={t('photo.withdraw_text')}
        confirm={t('withdraw')}
        problem={withdraw.error}
        pending={withdraw.isPending}
        changes={changes}
        onConfirm={(reason) => withdraw.mutate(reason, { onError })}
        onClose={() => setAsking(false)}
      />
    </Paper>
  );
}
