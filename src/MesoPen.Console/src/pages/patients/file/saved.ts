/** When the last change of a patient's file was made, for who waits to hear of it. */
const listeners = new Set<() => void>();

export function tellSaved(): void {
  for (const listener of listeners) listener();
}

export function onSaved(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
