import { useParams } from 'react-router';

/** The patient whose pages these are: the address says it. */
export function usePatientId(): string {
  const { id } = useParams();
  if (id === undefined) throw new Error('This page is of no patient.');
  return id;
}
