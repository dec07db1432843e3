import { Alert, Button, List } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useZoneName } from '../../../map/zoneName';
import { useEditor } from './useEditor';

/** Everything that stands against the plan, each with a way to the zone. Nothing of it can be saved. */
export function Refusals({ ref }: { ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation('plans');
  const name = useZoneName();
  const { check, select, unreadable, tried } = useEditor();
  const refusals = (check?.refusals ?? []).filter(
    ({ zone, field }) => unreadable[zone === null ? (field ?? '') : `${zone}/${field}`] === undefined,
  );
  const open = tried ? Object.keys(unreadable) : [];
  if (refusals.length === 0 && open.length === 0) return <div ref={ref} />;
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      color="red"
      variant="light"
      title={t('refusals')}
      data-testid="refusals"
      style={{ overflowWrap: 'anywhere' }}
    >
      <List spacing="xs">
        {refusals.map(({ zone, field, sentence }) => (
          <List.Item key={`${zone} ${field} ${sentence}`}>
            <span lang="en">{sentence}</span>{' '}
            {zone !== null && (
              <Button variant="default" size="sm" onClick={() => select(zone)}>
                {t('go_to', { zone: name(zone) })}
              </Button>
            )}
          </List.Item>
        ))}
        {open.map((field) => {
          const [first = '', second] = field.split('/');
          const [zone, own] = second === undefined ? [null, first] : [first, second];
          const what = t(`field.${own as 'dose_nl'}`);
          return (
            <List.Item key={field}>
              {zone === null ? t('missing', { field: what }) : t('missing_in', { field: what, zone: name(zone) })}{' '}
              {zone !== null && (
                <Button variant="default" size="sm" onClick={() => select(zone)}>
                  {t('go_to', { zone: name(zone) })}
                </Button>
              )}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}
