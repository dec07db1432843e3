import '../records/records.css';
import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink, Route, Routes } from 'react-router';
import { NotFound } from '../../shell/NotFound';
import { EventList } from './EventList';
import { EventPage } from './EventPage';
import { FollowUps } from './FollowUps';
import { NewEvent } from './NewEvent';
import { Recall } from './Recall';

const sections = [
  ['', 'follow_up'],
  ['events', 'events'],
  ['recall', 'recall'],
] as const;

/** What comes after treatments. Measures and photographs stand in each patient's file. */
export default function Outcomes() {
  const { t } = useTranslation('outcomes');
  return (
    <Stack className="records" gap="lg">
      <Group component="nav" aria-label={t('sections')} gap="xs" className="screen-only">
        {sections.map(([path, name]) => (
          <NavLink key={path} to={path === '' ? '/outcomes' : `/outcomes/${path}`} end={path === ''} className="records-tab">
            {t(`tab.${name}`)}
          </NavLink>
        ))}
      </Group>
      <Routes>
        <Route index element={<FollowUps />} />
        <Route path="events" element={<EventList />} />
        <Route path="events/new" element={<NewEvent />} />
        <Route path="events/:id" element={<EventPage />} />
        <Route path="recall" element={<Recall />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Stack>
  );
}
