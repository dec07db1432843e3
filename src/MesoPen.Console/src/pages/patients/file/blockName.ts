import type { PatientBlock } from './types';

/** The block's type without what all types have in front. */
export const typeOf = (block: PatientBlock): string => block.type.replace(/^urn:mesopen:problem:/, '');

/** The name of its sentence: some types have two, by what they are about. */
export function nameOf(block: PatientBlock): string {
  const type = typeOf(block);
  if (type === 'screening-expired' && block.questions.length > 0) return 'screening-of-the-day';
  return type === 'consent-unsigned' ? `consent-unsigned-${block.signature ?? 'patient'}` : type;
}
