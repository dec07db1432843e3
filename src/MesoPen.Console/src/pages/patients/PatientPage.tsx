import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { read } from './file/file';
import { usePatientId } from './file/usePatientId';
import { Loaded } from './form/Loaded';
import { PatientBanner } from './PatientBanner';
import { Saved } from './Saved';

const pages = ['', 'screening', 'plans', 'consents', 'assessments', 'other-treatments', 'outcomes'] as const;

/** What stands around every page of one patient: whose it is, what is known against treatment, and the way to the other pages. */
export function PatientPage() {
  const { t } = useTranslation('patients');
  const id = usePatientId();
  const { pathname } = useLocation();
  const patient = useQuery(read.patient(id));
  const home = `/patients/${encodeURIComponent(id)}`;
  return (
    <Stack>
      <Loaded query={patient}>
        {({ value }) => (
          <>
            <PatientBanner patient={value} />
            <Group component="nav" gap="xs" aria-label={t('pages')}>
              {pages.map((page) => {
                const to = page === '' ? home : `${home}/${page}`;
                const here = page === '' ? pathname === home : pathname.startsWith(to);
                return (
                  <Button
                    key={page}
                    component={Link}
                    to={to}
                    variant={here ? 'filled' : 'default'}
                    aria-current={here ? 'page' : undefined}
                  >
                    {t(`page.${page === '' ? 'overview' : page}`)}
                  </Button>
                );
              })}
            </Group>
            <Saved />
            <Outlet key={id} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}
