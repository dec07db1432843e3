import { Button, Group } from '@mantine/core';
import { Link, useLocation } from 'react-router';

/** The rooms of a page: links with addresses of their own. */
export function Sections({ label, at, names }: { label: string; at: string; names: readonly (readonly [string, string])[] }) {
  const { pathname } = useLocation();
  return (
    <Group component="nav" aria-label={label} gap="xs">
      {names.map(([path, name]) => {
        const to = path === '' ? at : `${at}/${path}`;
        const here = path === '' ? pathname === at || pathname === `${at}/` : pathname === to || pathname.startsWith(`${to}/`);
        return (
          <Button
            key={path}
            component={Link}
            to={to}
            variant={here ? 'filled' : 'default'}
            {...(here ? { 'aria-current': 'page' as const } : {})}
          >
            {name}
          </Button>
        );
      })}
    </Group>
  );
}
