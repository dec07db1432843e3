import classes from './BodyMap.module.css';

/** Fillings that tell the tones apart without colour. */
export function MapPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      <pattern id={`${prefix}-planned`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V9" className={classes.ink} data-tone="planned" strokeWidth="3" />
      </pattern>
      <pattern id={`${prefix}-next`} width="10" height="10" patternUnits="userSpaceOnUse">
        <circle cx="5" cy="5" r="2.4" className={classes.dot} data-tone="next" />
      </pattern>
      <pattern id={`${prefix}-done`} width="10" height="8" patternUnits="userSpaceOnUse">
        <path d="M0 4H10" className={classes.ink} data-tone="done" strokeWidth="2" />
      </pattern>
      <pattern id={`${prefix}-blocked`} width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V10M0 0H10" className={classes.ink} data-tone="blocked" strokeWidth="2.5" />
      </pattern>
    </defs>
  );
}
