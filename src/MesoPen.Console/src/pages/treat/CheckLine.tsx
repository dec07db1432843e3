import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Fix } from './fixes';

export interface Check {
  id: string;
  name: string;
  /** Null while it is not known. */
  stands: boolean | null;
  why?: string | null;
  remedy?: string | null;
  fix?: Fix | null;
  /** That two people agreed to pass it over. */
  overridden?: string | null;
}

/** One line of readiness: what, whether it stands, and if not why, what to do, and where. */
export function CheckLine({ check, index }: { check: Check; index: number }) {
  const { t } = useTranslation('treat');
  const state = check.stands === null ? 'wait' : check.stands ? 'good' : 'bad';
  return (
    <li className="check" data-check={check.id} data-state={state} style={{ animationDelay: `${index * 60}ms` }}>
      <span className="check-mark" aria-hidden="true">
        {state === 'good' ? '✓' : state === 'bad' ? '✕' : '…'}
      </span>
      <div>
        <Text fw={600}>
          {check.name}: {t(`check.${state}`)}
        </Text>
        {check.overridden && <Text size="sm">{t('check.overridden', { what: check.overridden })}</Text>}
        {check.stands === false && (
          <>
            {check.why && <Text>{check.why}</Text>}
            {check.remedy && <Text>{check.remedy}</Text>}
            {check.fix && (
              <Anchor component={Link} to={check.fix.to} className="check-fix">
                {t(`fix.${check.fix.page}`)}
              </Anchor>
            )}
          </>
        )}
      </div>
    </li>
  );
}
