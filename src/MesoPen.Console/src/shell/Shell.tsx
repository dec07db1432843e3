import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Group,
  Loader,
  NativeSelect,
  NavLink,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, NavLink as RouteLink, Routes, useLocation } from 'react-router';
import { api } from '../api/client';
import { queries } from '../api/keys';
import { type Language, languages, setLanguage } from '../i18n';
import { follow } from '../live/live';
import { useOf } from '../live/useStation';
import { areas } from '../pages/areas';
import { ExampleNotice } from './ExampleNotice';
import { NotFound } from './NotFound';
import { Simulated } from './Simulated';
import { Stale } from './Stale';
import { useWho } from './who';

// Below it the words of the header do not fit beside each other, whatever the language.
const narrowHeader = '(max-width: 639px)';

async function signOut(): Promise<void> {
  await api.DELETE('/api/v1/session');
  queries.clear();
  location.assign('/');
}

/** What stands around every page of who is signed in. */
export function Shell() {
  const { t, i18n } = useTranslation('shell');
  const who = useWho();
  const { toggleColorScheme } = useMantineColorScheme();
  const [opened, { toggle, close }] = useDisclosure();
  const narrow = useMediaQuery(narrowHeader, false, { getInitialValueInEffect: false });
  const { pathname } = useLocation();
  const open = areas.filter((area) => area.roles.some((role) => who.roles.includes(role)));
  const simulated = useOf((view) => view?.simulated === true);
  useEffect(() => follow(), []);
  useEffect(() => {
    document.getElementById('content')?.focus({ preventScroll: true });
    if (pathname) close();
  }, [pathname, close]);
  const room = open.find((area) => pathname.startsWith(`/${area.path}`));
  const title = room === undefined ? 'MesoPen' : `${t(`nav.${room.name}`)} · MesoPen`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <AppShell header={{ height: 60 }} navbar={{ width: 240, breakpoint: 'md', collapsed: { mobile: !opened } }} padding="md">
      <a href="#content" className="skip">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="md" aria-label={t('menu')} />
            <Text fw={700}>MesoPen</Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Text visibleFrom="sm">{who.name}</Text>
            <NativeSelect
              aria-label={t('language')}
              value={i18n.language}
              onChange={(event) => void setLanguage(event.currentTarget.value as Language)}
              w={narrow ? 88 : undefined}
              data={Object.entries(languages).map(([value, label]) => ({ value, label: narrow ? value.toUpperCase() : label }))}
            />
            <ActionIcon variant="default" size={44} onClick={() => toggleColorScheme()} aria-label={t('scheme')}>
              ◐
            </ActionIcon>
            {narrow ? (
              <ActionIcon variant="default" size={44} onClick={signOut} aria-label={t('sign_out')} title={t('sign_out')}>
                ⇥
              </ActionIcon>
            ) : (
              <Button variant="default" onClick={signOut}>
                {t('sign_out')}
              </Button>
            )}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" pb={80} aria-label={t('menu')}>
        <AppShell.Section grow style={{ overflowY: 'auto' }}>
          {open
            .filter(({ name }) => name !== 'simulator' || simulated)
            .map((area) => (
              <NavLink
                key={area.path}
                component={RouteLink}
                to={`/${area.path}`}
                active={pathname.startsWith(`/${area.path}`)}
                label={t(`nav.${area.name}`)}
              />
            ))}
        </AppShell.Section>
        <Text size="sm">{t('not_approved')}</Text>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} pb={96}>
        <Simulated />
        <Stale />
        <ExampleNotice />
        <Suspense fallback={<Loader />}>
          <Routes>
            <Route index element={<Navigate to={`/${open[0]?.path ?? ''}`} replace />} />
            {open.map((area) => (
              <Route key={area.path} path={`${area.path}/*`} element={<area.page />} />
            ))}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
