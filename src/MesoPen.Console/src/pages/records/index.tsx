import './records.css';
import { Route, Routes } from 'react-router';
import { AftercareSheet } from '../../print/AftercareSheet';
import { PrintRecord } from '../../print/PrintRecord';
import { NotFound } from '../../shell/NotFound';
import { CompareSessions } from './CompareSessions';
import { SessionList } from './SessionList';
import { SessionRecord } from './SessionRecord';

export default function Records() {
  return (
    <Routes>
      <Route index element={<SessionList />} />
      <Route path="compare" element={<CompareSessions />} />
      <Route path=":id" element={<SessionRecord />} />
      <Route path=":id/print" element={<PrintRecord />} />
      <Route path=":id/aftercare" element={<AftercareSheet />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
