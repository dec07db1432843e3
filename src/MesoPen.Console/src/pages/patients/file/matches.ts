/** Whether a patient answers to what is sought: the beginning or a part of the id, or the initials; case and accents do not matter. */
export function matches(patient: { id: string; initials: string }, sought: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .replaceAll('ı', 'i');
  const words = plain(sought).split(/\s+/).filter(Boolean);
  return words.every((word) => plain(patient.id).includes(word) || plain(patient.initials).startsWith(word));
}
