import { Button, Group, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, body, type Schemas, versioned } from '../../api/client';
import { day } from '../../quantity/quantity';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { useMay } from '../../shell/who';
import { everyPart } from '../records/reading';
import { Wide } from '../records/Wide';
import { useZoneName } from '../records/zoneName';
import { NewPhoto } from './NewPhoto';
import { PatientChoice } from './PatientChoice';
import { Withdraw } from './Withdraw';

/** Where a patient's photographs are kept. */
export function Photos() {
  const { t } = useTranslation('outcomes');
  const enters = useMay('clinician');
  const [asked, ask] = useSearchParams();
  const patient = asked.get('patient') ?? '';
  const [entering, setEntering] = useState(false);
  const photos = useQuery({
    enabled: patient !== '',
    queryKey: ['outcomes', 'photos', patient],
    queryFn: () =>
      everyPart<Schemas['Photo']>((after) =>
        body(
          api.GET('/api/v1/patients/{id}/photos', {
            params: { path: { id: patient }, query: { limit: 500, ...(after && { after }) } },
          }),
        ),
      ),
  });
  return (
    <Stack>
      <Title order={1}>{t('tab.photos')}</Title>
      <Text>{t('photos.text')}</Text>
      <PatientChoice value={patient} onChange={(chosen) => ask(chosen === '' ? {} : { patient: chosen })} />
      <ProblemAlert problem={photos.error} />
      {photos.isFetching && photos.isPending && <Loader />}
      {photos.data?.length === 0 && <Text>{t('photos.none')}</Text>}
      {patient !== '' && enters && (
        <Group>
          <Button onClick={() => setEntering(true)}>{t('photos.new')}</Button>
        </Group>
      )}
      {photos.data && photos.data.length > 0 && <PhotoTable photos={photos.data} />}
      {entering && <NewPhoto patient={patient} close={() => setEntering(false)} />}
    </Stack>
  );
}

function PhotoTable({ photos }: { photos: readonly Schemas['Photo'][] }) {
  const { t } = useTranslation('outcomes');
  const zone = useZoneName();
  const enters = useMay('clinician');
  return (
    <Wide label={t('photos.caption')}>
      <Table aria-label={t('photos.caption')} miw={700} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('day')}</Table.Th>
            <Table.Th>{t('zone')}</Table.Th>
            <Table.Th>{t('photos.reference')}</Table.Th>
            <Table.Th>{t('photos.hash')}</Table.Th>
            <Table.Th>
              <span className="records-unseen">{t('withdraw')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {photos.map(({ id, details, withdrawn }) => (
            <Table.Tr key={id}>
              <Table.Td>{day(details.day)}</Table.Td>
              <Table.Td>{zone(details.zone)}</Table.Td>
              <Table.Td>
                {details.reference}
                {withdrawn && (
                  <>
                    <br />
                    {t('withdrawn')}
                  </>
                )}
              </Table.Td>
              <Table.Td className="records-hash">{details.sha256}</Table.Td>
              <Table.Td>
                {enters && !withdrawn && (
                  <Withdraw
                    what={details.reference}
                    withdraw={async (reason) => {
                      const path = { id };
                      const { etag } = await versioned(api.GET('/api/v1/photos/{id}', { params: { path } }));
                      await api.POST('/api/v1/photos/{id}/withdrawal', {
                        params: { path, header: { 'If-Match': etag } },
                        body: { reason },
                      });
                    }}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
