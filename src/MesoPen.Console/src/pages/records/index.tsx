import './records.css';
import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/NotFound';
import { SessionList } from './SessionList';
import { SessionRecord } from './SessionRecord';

export default function Records() {
  return (
    <Routes>
      <Route index element={<SessionList />} />
      <Route path=":id" element={<SessionRecord />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
