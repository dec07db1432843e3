import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/NotFound';
import { Assessments } from './assessments/Assessments';
import { CorrectPatient } from './CorrectPatient';
import { ConsentPage } from './consents/ConsentPage';
import { Consents } from './consents/Consents';
import { NewPatient } from './NewPatient';
import { Overview } from './Overview';
import { OtherTreatments } from './other/OtherTreatments';
import { Outcomes } from './outcomes/Outcomes';
import { PatientList } from './PatientList';
import { PatientPage } from './PatientPage';
import { NewPlan } from './plans/NewPlan';
import { PlanPage } from './plans/PlanPage';
import { Plans } from './plans/Plans';
import { ScreeningPage } from './screening/ScreeningPage';

/** Patients. Words with an underscore are no ids: no patient and no plan can be called `_new`. */
export default function Patients() {
  return (
    <Routes>
      <Route index element={<PatientList />} />
      <Route path="_new" element={<NewPatient />} />
      <Route path=":id" element={<PatientPage />}>
        <Route index element={<Overview />} />
        <Route path="correct" element={<CorrectPatient />} />
        <Route path="screening" element={<ScreeningPage />} />
        <Route path="consents" element={<Consents />} />
        <Route path="consents/:consent" element={<ConsentPage />} />
        <Route path="assessments" element={<Assessments />} />
        <Route path="other-treatments" element={<OtherTreatments />} />
        <Route path="plans" element={<Plans />} />
        <Route path="plans/_new" element={<NewPlan />} />
        <Route path="plans/:plan" element={<PlanPage />} />
        <Route path="outcomes" element={<Outcomes />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
