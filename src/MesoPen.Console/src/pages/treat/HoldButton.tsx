import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TwoSteps } from './TwoSteps';
import { useHold } from './useHold';

interface Props {
  label: string;
  onHeld: () => void;
  disabled?: boolean;
  /** What is asked, and not yet answered. */
  busy?: boolean;
  /** Whether those who cannot hold are offered two steps instead. */
  steps?: boolean;
}

/** A button that acts when it is held for a second: a touch by chance arms nothing. */
export function HoldButton({ label, onHeld, disabled = false, busy = false, steps = true }: Props) {
  const { t } = useTranslation('treat');
  const help = useId();
  const [early, setEarly] = useState(false);
  const { held, handlers } = useHold(() => {
    setEarly(false);
    onHeld();
  }, disabled || busy);
  const released = () => setEarly(held === 'holding');
  return (
    <div className="hold">
      <button
        type="button"
        className="hold-button"
        data-held={held}
        disabled={disabled || busy}
        aria-describedby={help}
        {...handlers}
        onPointerUp={() => {
          released();
          handlers.onPointerUp();
        }}
        onKeyUp={(event) => {
          released();
          handlers.onKeyUp(event);
        }}
      >
        <svg className="hold-ring" viewBox="0 0 44 44" aria-hidden="true">
          <circle cx="22" cy="22" r="18" />
          <circle cx="22" cy="22" r="18" pathLength="1" />
        </svg>
        <span>{busy ? t('hold.busy') : label}</span>
      </button>
      <p id={help} className="hold-help">
        {t('hold.help')}
      </p>
      <p role="status" className="hold-help">
        {early && held === 'free' ? t('hold.early') : ''}
      </p>
      {steps && <TwoSteps label={label} onDone={onHeld} disabled={disabled || busy} />}
    </div>
  );
}
