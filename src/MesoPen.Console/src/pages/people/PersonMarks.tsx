import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../parts/Mark';
import { day, moment } from '../../quantity/quantity';
import { type Person, utcToday } from './people';

/** How a person's account stands, and for which devices the person is signed off. */
export function PersonMarks({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const today = utcToday();
  const locked = person.locked_until !== null && Date.parse(person.locked_until) > Date.now();
  return (
    <Group gap="xs">
      {!person.active && <Mark tone="idle">{t('inactive')}</Mark>}
      {locked && person.locked_until !== null && <Mark tone="bad">{t('locked_until', { at: moment(person.locked_until) })}</Mark>}
      {person.active && person.must_change_password && <Mark tone="warn">{t('password_pending')}</Mark>}
      {person.competence.map((each) =>
        each.until < today ? (
          <Mark key={each.device_family} tone="bad">
            {t('sign_off_expired', { family: each.device_family, day: day(each.until) })}
          </Mark>
        ) : (
          <Mark key={each.device_family} tone="good">
            {t('signed_off', { family: each.device_family, day: day(each.until) })}
          </Mark>
        ),
      )}
      {person.active && person.roles.includes('clinician') && person.competence.length === 0 && (
        <Mark tone="warn">{t('not_signed_off')}</Mark>
      )}
    </Group>
  );
}
