import { useState } from 'react';

// A phone. A tablet of 1024 px at 200 % zoom is 512 px wide, and works.
const phone = '(max-width: 479px)';

/** Whether this is a phone: it never takes the control. Asked once: what was begun on a tablet is not lost when its window is made small. */
export function usePhone(): boolean {
  const [narrow] = useState(() => window.matchMedia(phone).matches);
  return narrow;
}
