import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, body } from '../../api/client';
import { queries } from '../../api/keys';
import { ProblemAlert } from '../../shell/ProblemAlert';
import { NextVersion } from './NextVersion';
import { read } from './read';

/** The next version of a protocol. Plans that exist keep theirs. */
export function EditProtocol() {
  const { t } = useTranslation('plans');
  const { protocol: id = '' } = useParams();
  const query = useQuery(read.protocol(id));
  if (query.error !== null) return <ProblemAlert problem={query.error} />;
  if (query.data === undefined) return <Loader />;
  return (
    <NextVersion
      key={id}
      heading={t('edit_protocol')}
      opened={query.data}
      reread={() => queries.fetchQuery({ ...read.protocol(id), staleTime: 0 })}
      save={async (content, reason, etag) => {
        await body(
          api.PUT('/api/v1/protocols/{id}', {
            params: { path: { id }, header: { 'If-Match': etag } },
            body: { reason, content },
          }),
        );
        await queries.invalidateQueries({ queryKey: ['protocols'] });
      }}
      warning={t('protocol_warning')}
      home={`/protocols/${encodeURIComponent(id)}`}
    />
  );
}
