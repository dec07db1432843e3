import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../quantity/quantity';

/**
 * Brings the stop form of index.html to life: its words in the language of the page, and a press without leaving the page. Without this
 * script the same form posts and the host answers with a page.
 */
export function StopBar() {
  const { t } = useTranslation('shell');
  useEffect(() => {
    const form = document.getElementById('stop') as HTMLFormElement;
    const button = document.getElementById('stop-button') as HTMLButtonElement;
    const text = document.getElementById('stop-text') as HTMLOutputElement;
    button.firstElementChild?.replaceChildren(t('stop'));
    form.setAttribute('aria-label', t('stop'));
    text.replaceChildren(t('stop_text'));
    const press = async (event: SubmitEvent) => {
      event.preventDefault();
      text.replaceChildren(t('stop_sent'));
      try {
        const answer = await fetch('/stop', { method: 'POST', headers: { Accept: 'application/json' }, keepalive: true });
        const told = (await answer.json()) as { stopped?: boolean; at_rest_ms?: number | null };
        text.replaceChildren(
          told.stopped === false
            ? t('stop_nothing')
            : typeof told.at_rest_ms === 'number'
              ? t('stop_rest', { time: duration(told.at_rest_ms) })
              : t('stop_sent'),
        );
      } catch {
        text.replaceChildren(t('stop_failed'));
      }
    };
    form.addEventListener('submit', press);
    return () => form.removeEventListener('submit', press);
  }, [t]);
  return null;
}
