/** A number that is a name: a year, a version, a session of a series. Its digits are not grouped. */
export function plain(value: number): string {
  return String(value);
}
