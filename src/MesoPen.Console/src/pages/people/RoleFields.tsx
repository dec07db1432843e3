import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type RoleWord, roles } from './people';

/** Which roles, each with what it may. */
export function RoleFields({
  value,
  onChange,
  offered = roles,
}: {
  value: readonly string[];
  onChange: (roles: string[]) => void;
  offered?: readonly RoleWord[];
}) {
  const { t } = useTranslation('people');
  return (
    <Checkbox.Group label={t('roles_label')} value={[...value]} onChange={onChange} required>
      <Stack gap="xs" mt="xs">
        {offered.map((role) => (
          <Checkbox
            key={role}
            value={role}
            size="lg"
            label={t(`roles.${role}`)}
            description={t(`role_may.${role}`)}
            styles={{ body: { minHeight: 44, alignItems: 'center' } }}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
