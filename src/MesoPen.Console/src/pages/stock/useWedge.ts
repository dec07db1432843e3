import { useEffect } from 'react';
import { scanFieldId } from './shelf';
import { feed, noBurst } from './wedge';

const gs1 = /^(\][A-Za-z]\d|\(?(00|01|02|10|11|17|21|240)\)?)/;

/** Puts the text that a field had before a scan was typed into it. */
function restore(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function textField(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | null {
  const typed =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && /^(text|search|number|date)?$/.test(target.type));
  return typed ? (target as HTMLInputElement) : null;
}

/**
 * Hears a scanner that types like a keyboard, wherever the focus is on the page: a burst of keys that ends with Enter. What it typed into
 * another field is taken out of it again, and its Enter presses no button; no key of it is lost if the focus moves meanwhile. While a dialog is open a scan goes to the field in it.
 */
export function useWedge(take: (scanned: string) => void): void {
  useEffect(() => {
    let burst = noBurst;
    let before: { field: HTMLInputElement | HTMLTextAreaElement; value: string } | null = null;
    const hear = (event: KeyboardEvent) => {
      if (document.querySelector('[role="dialog"]') !== null) return;
      const began = burst;
      const { key, ctrlKey, altKey, metaKey, timeStamp } = event;
      const step = feed(burst, { key, ctrl: ctrlKey, alt: altKey, meta: metaKey, at: timeStamp });
      burst = step.burst;
      const field = textField(event.target);
      if ([...burst.text].length === 1 && burst.text !== began.text) before = field && { field, value: field.value };
      if (step.scan === null) return;
      if (field !== null && field.id === scanFieldId) {
        // What was typed by hand before the burst belongs to it. Else the burst is the scan: a key that came while the focus moved is in it alone.
        if (before?.field === field && before.value !== '') return;
      } else if (field !== null && !gs1.test(step.scan)) return;
      event.preventDefault();
      event.stopPropagation();
      if (before !== null && before.field === field) restore(before.field, before.value);
      take(step.scan);
    };
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, [take]);
}
