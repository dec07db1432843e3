import { useMediaQuery } from '@mantine/hooks';
import { useMay } from '../../shell/who';
import { useControl } from './control';

// A phone. A tablet of 1024 px at 200 % zoom is 512 px wide, and works.
const phone = '(max-width: 479px)';

/** Whether this page only watches: on a phone, for who may not treat, and while another console has the control. Stop works all the same. */
export function useWatching(): boolean {
  const narrow = useMediaQuery(phone, undefined, { getInitialValueInEffect: false }) ?? false;
  const may = useMay('clinician');
  const { elsewhere } = useControl();
  return narrow || !may || elsewhere;
}

/** Whether this is a phone: it never takes the control. */
export function usePhone(): boolean {
  return useMediaQuery(phone, undefined, { getInitialValueInEffect: false }) ?? false;
}
