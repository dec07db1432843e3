import { usePhone } from '../../shell/usePhone';
import { useMay } from '../../shell/who';
import { useControl } from './control';

/** Whether this page only watches: on a phone, for who may not treat, and while another console has the control. Stop works all the same. */
export function useWatching(): boolean {
  const may = useMay('clinician');
  const { elsewhere } = useControl();
  return usePhone() || !may || elsewhere;
}
