import { Anchor, Checkbox, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../api/client';
import { Mark } from '../../../parts/Mark';
import { day } from '../../../quantity/quantity';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useReferences } from '../bench';
import type { ReferenceRole } from '../figures';
import { AddressField } from '../instruments/AddressField';
import { Detection } from '../instruments/Detection';
import { kinds } from '../model';
import type { BeginDraft, Wrong } from './draft';

interface NeedFieldsProps {
  draft: BeginDraft;
  change: (part: Partial<BeginDraft>) => void;
  wrong: ReadonlySet<Wrong>;
  /** Roles of the references that it cannot do without. */
  needed: readonly string[];
}

/** What it takes: what is calibrated, the device, the instrument, and what the result is traced to. */
export function NeedFields({ draft, change, wrong, needed }: NeedFieldsProps) {
  const { t } = useTranslation('calibration');
  const devices = useQuery({
    queryKey: ['station-devices'],
    queryFn: () => body(api.GET('/api/v1/station-devices', { params: { query: { limit: 500 } } })),
  });
  const references = useReferences();
  const today = new Date().toISOString().slice(0, 10);
  const missing = needed.filter(
    (role) => !references.data?.some((each) => each.role === role && draft.references.includes(each.reference_id)),
  );
  return (
    <Stack>
      <Radio.Group
        label={t('begin.kind')}
        value={draft.kind}
        onChange={(kind) => change({ kind: kind as BeginDraft['kind'], points: [] })}
      >
        <Group mt="xs">
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`kinds.${kind}`)} size="lg" className="calibration-choice" />
          ))}
        </Group>
      </Radio.Group>
      <Text>{t(`begin.about.${draft.kind}`)}</Text>
      <NativeSelect
        label={t('begin.device')}
        description={t('begin.device_help')}
        value={draft.device}
        onChange={(event) => {
          const id = event.currentTarget.value;
          change({ device: id, model: devices.data?.items.find((each) => each.device_id === id)?.model ?? '', points: [] });
        }}
        error={wrong.has('device') ? t('begin.needed') : undefined}
        data={[
          { value: '', label: t('begin.choose') },
          ...(devices.data?.items ?? []).map((each) => ({ value: each.device_id, label: `${each.name} (${each.serial})` })),
        ]}
      />
      <ProblemAlert problem={devices.error ?? references.error} />
      {draft.kind === 'occlusion' ? (
        <Text>{t('begin.manometer')}</Text>
      ) : (
        <>
          <Radio.Group
            label={t('begin.instrument')}
            value={draft.typed ? 'typed' : 'line'}
            onChange={(how) => change({ typed: how === 'typed' })}
          >
            <Group mt="xs">
              <Radio value="line" label={t('begin.connected')} size="lg" className="calibration-choice" />
              <Radio value="typed" label={t('begin.typed')} size="lg" className="calibration-choice" />
            </Group>
          </Radio.Group>
          {!draft.typed && (
            <>
              <AddressField
                value={draft.instrument}
                onChange={(instrument) => change({ instrument })}
                error={wrong.has('instrument') ? t('begin.needed') : undefined}
              />
              <Detection address={draft.instrument} onFound={(address) => change({ instrument: address })} />
            </>
          )}
        </>
      )}
      <section aria-label={t('begin.references')}>
        {references.data?.length === 0 && <Text>{t('references.none')}</Text>}
        <Checkbox.Group
          value={draft.references}
          onChange={(chosen) => change({ references: chosen })}
          label={t('begin.references')}
          labelProps={{ size: 'lg' }}
        >
          <Stack gap={4} mt="xs">
            {references.data?.map((each) => (
              <Group key={each.reference_id}>
                <Checkbox
                  value={each.reference_id}
                  className="calibration-choice"
                  label={`${t(`roles.${each.role as ReferenceRole}`)}: ${each.model}, ${each.serial}`}
                />
                <Mark tone={each.due_day < today ? 'bad' : 'good'}>
                  {each.due_day < today
                    ? t('references.past_due', { day: day(each.due_day) })
                    : t('references.due', { day: day(each.due_day) })}
                </Mark>
              </Group>
            ))}
          </Stack>
        </Checkbox.Group>
        {missing.length > 0 && (
          <Text mt="xs">
            {t('begin.missing', { roles: missing.map((role) => t(`roles.${role as ReferenceRole}`)).join(', ') })}
          </Text>
        )}
        <Anchor component={Link} to="/calibration/references" className="calibration-link" underline="always">
          {t('begin.to_references')}
        </Anchor>
      </section>
    </Stack>
  );
}
