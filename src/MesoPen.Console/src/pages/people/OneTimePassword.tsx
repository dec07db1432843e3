import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { ShownOnce } from '../../parts/ShownOnce';
import type { Person } from './people';

/** A one-time password, told once. */
export function OneTimePassword({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('people');
  const site = useQuery({ queryKey: ['site'], queryFn: () => body(api.GET('/api/v1/site')) });
  return (
    <ShownOnce
      title={t('one_time_title', { name: person.name })}
      about={t('one_time_about', { id: person.person_id, count: site.data?.security.initial_password_hours ?? 72 })}
      secret={person.one_time_password ?? ''}
      onClose={onClose}
      words={{
        warning: t('one_time_warning'),
        copy: t('copy'),
        copied: t('copied'),
        copy_failed: t('copy_failed'),
        noted: t('noted'),
      }}
    />
  );
}
