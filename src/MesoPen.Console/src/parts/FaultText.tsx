import type { Schemas } from '../api/client';
import { useFaultWords } from './useFaultWords';

type Fault = Pick<Schemas['AlarmView'], 'number' | 'sentence' | 'remedy'> & { why?: string };

/** What happened, what to do or why it is so pressing, in the language of the page; in the host's own English for a fault that the page does not know. */
export function FaultText({ fault, part }: { fault: Fault; part: 'what' | 'todo' | 'why' }) {
  const words = useFaultWords()(fault.number);
  if (words !== null) return words[part];
  return <span lang="en">{{ what: fault.sentence, todo: fault.remedy, why: fault.why }[part]}</span>;
}
