import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/NotFound';
import { EditPlan } from './EditPlan';
import { EditProtocol } from './EditProtocol';
import { NewProtocol } from './NewProtocol';
import { PlanForPatient } from './PlanForPatient';
import { ProtocolList } from './ProtocolList';
import { ProtocolPage } from './ProtocolPage';

/** Protocols, and the editor of plans. Words with an underscore are no ids: no protocol can be called `_new`. */
export default function Plans() {
  return (
    <Routes>
      <Route index element={<ProtocolList />} />
      <Route path="_new" element={<NewProtocol />} />
      <Route path="plans/:plan" element={<EditPlan />} />
      <Route path=":protocol" element={<ProtocolPage />} />
      <Route path=":protocol/_edit" element={<EditProtocol />} />
      <Route path=":protocol/_plan" element={<PlanForPatient />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
