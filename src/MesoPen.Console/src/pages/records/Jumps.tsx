import { useTranslation } from 'react-i18next';

/** Links to the parts of a long page. */
export function Jumps({ parts }: { parts: readonly (readonly [id: string, title: string])[] }) {
  const { t } = useTranslation('records');
  return (
    <nav aria-label={t('jump')} className="records-jumps screen-only">
      {parts.map(([id, title]) => (
        <a key={id} href={`#${id}`} className="records-tab">
          {title}
        </a>
      ))}
    </nav>
  );
}
