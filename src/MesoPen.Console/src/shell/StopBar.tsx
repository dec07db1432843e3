import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { current } from '../live/live';
import { useOf, useStale } from '../live/useStation';
import { duration } from '../quantity/quantity';
import { usePhone } from './usePhone';

type Told = { stopped: boolean; at_rest_ms: number | null };
type Press = 'none' | 'sent' | 'failed' | Told;

const againMs = 500;
// A stop may be sent any number of times. One that could not be told is told again for as long as a hand is likely to be still on the device.
const tries = 20;

/** Tells the host. Null if this page cannot. */
async function send(): Promise<Told | null> {
  try {
    const answer = await fetch('/stop', { method: 'POST', headers: { Accept: 'application/json' }, keepalive: true });
    return answer.ok ? ((await answer.json()) as Told) : null;
  } catch {
    return null;
  }
}

/**
 * Brings the stop form of index.html to life: its words in the language of the page, and a press without leaving the page. Without this
 * script, or if its request does not get through, the same form posts and the host answers with a page. A stop from another console shows too.
 */
export function StopBar() {
  const { t } = useTranslation('shell');
  const [press, setPress] = useState<Press>('none');
  const [text, setText] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const form = document.getElementById('stop') as HTMLFormElement;
    const output = document.getElementById('stop-text') as HTMLOutputElement;
    output.replaceChildren();
    setText(output);
    let ended = false;
    const submit = async (event: SubmitEvent) => {
      event.preventDefault();
      setPress('sent');
      for (let tried = 0; tried < tries && !ended; tried++) {
        const told = await send();
        if (told !== null) {
          setPress(told);
          return;
        }
        // The host is heard and did not take it: then by the form itself, which needs no script. A host that is away has no page to answer with.
        if (!current().stale) {
          form.submit();
          return;
        }
        setPress('failed');
        await new Promise((resolve) => setTimeout(resolve, againMs));
      }
    };
    form.addEventListener('submit', submit);
    return () => {
      ended = true;
      form.removeEventListener('submit', submit);
    };
  }, []);
  useEffect(() => {
    const button = document.getElementById('stop-button') as HTMLButtonElement;
    button.firstElementChild?.replaceChildren(t('stop'));
    document.getElementById('stop')?.setAttribute('aria-label', t('stop'));
  }, [t]);
  return text === null ? null : createPortal(<StopText press={press} onReleased={() => setPress('none')} />, text);
}

/** What became of the last stop, whoever pressed it; what Stop does, if there was none. */
function StopText({ press, onReleased }: { press: Press; onReleased: () => void }) {
  const { t } = useTranslation('shell');
  const latched = useOf((view) => view?.state === 'EmergencyStopped' || view?.state === 'Faulted');
  const stale = useStale();
  const phone = usePhone();
  const holder = useOf((view) => view?.control?.name ?? null);
  const stop = useOf((view) => view?.stop ?? null);
  const [was, setWas] = useState(latched);
  if (was !== latched) {
    setWas(latched);
    if (!latched) onReleased();
  }
  const own = typeof press === 'object' ? press : null;
  const words = (): string => {
    if (press === 'sent') return t('stop_sent');
    if (press === 'failed') return t('stop_failed');
    if (own?.stopped === false && !stale) return t('stop_nothing');
    const rest = own?.at_rest_ms ?? null;
    if (rest !== null) return t('stop_rest', { time: duration(rest) });
    if (stale) return t('stop_unheard');
    if (latched && stop !== null)
      return stop.at_rest_ms === null
        ? t('stop_moving', { who: stop.asked_by })
        : t('stop_by', { who: stop.asked_by, time: duration(stop.at_rest_ms) });
    if (latched) return t('stop_latched');
    return t(own === null ? 'stop_text' : 'stop_sent');
  };
  return (
    <>
      {words()} {latched && phone && t(holder === null ? 'stop_elsewhere_free' : 'stop_elsewhere', { who: holder })}
      {latched && !phone && !location.pathname.startsWith('/treat') && (
        <a href="/treat" id="stop-release">
          {t('stop_release')}
        </a>
      )}
    </>
  );
}
