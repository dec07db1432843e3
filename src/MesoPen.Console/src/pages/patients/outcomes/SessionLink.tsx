import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The record of the session that an entry belongs to; nothing if it belongs to none. */
export function SessionLink({ session }: { session: string | null | undefined }) {
  const { t } = useTranslation('patients');
  return session ? (
    <Anchor component={Link} to={`/records/${encodeURIComponent(session)}`} py={10}>
      {t('outcome.open_record')}
    </Anchor>
  ) : null;
}
