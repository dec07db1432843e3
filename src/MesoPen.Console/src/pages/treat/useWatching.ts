import { useState } from 'react';
import { useMay } from '../../shell/who';
import { useControl } from './control';

// A phone. A tablet of 1024 px at 200 % zoom is 512 px wide, and works.
const phone = '(max-width: 479px)';

/** Whether this page only watches: on a phone, for who may not treat, and while another console has the control. Stop works all the same. */
export function useWatching(): boolean {
  const may = useMay('clinician');
  const { elsewhere } = useControl();
  return usePhone() || !may || elsewhere;
}

/** Whether this is a phone: it never takes the control. Asked once: what was begun on a tablet is not lost when its window is made small. */
export function usePhone(): boolean {
  const [narrow] = useState(() => window.matchMedia(phone).matches);
  return narrow;
}
