import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { DiffTable } from '../../parts/DiffTable';
import { FormDialog } from '../../parts/FormDialog';
import { count } from '../../quantity/quantity';
import type { HeadType } from './offers';
import { stockChanged, tag } from './shelf';

/** A type of needle head, new or in its next revision. Its punctures have no default: the clinic decides, and says why. */
export function HeadTypeDialog({ type, gtin, onClose }: { type: HeadType | null; gtin: string; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const [id, setId] = useState(type?.id ?? '');
  const [sheet, setSheet] = useState({
    title: type?.title ?? '',
    gtin: type?.gtin ?? gtin,
    needles: type ? String(type.needles) : '',
    punctures_warning: type ? String(type.punctures_warning) : '',
    punctures_max: type ? String(type.punctures_max) : '',
    reason: type?.reason ?? '',
  });
  const asked: Schemas['HeadTypeSheet'] = {
    title: sheet.title.trim(),
    gtin: sheet.gtin.trim() || null,
    needles: Number(sheet.needles),
    punctures_warning: Number(sheet.punctures_warning),
    punctures_max: Number(sheet.punctures_max),
    reason: sheet.reason.trim(),
  };
  const names = {
    title: t('title_on_label'),
    gtin: t('gtin'),
    needles: t('needles'),
    punctures_warning: t('punctures_warned'),
    punctures_max: t('punctures_most'),
    reason: t('why'),
  } as const;
  const show = (value: string | number | null | undefined) =>
    value == null ? null : typeof value === 'number' ? count(value) : value;
  const changes =
    type === null
      ? []
      : (Object.keys(names) as (keyof typeof names)[])
          .filter((key) => asked[key] !== type[key])
          .map((key) => ({ what: names[key], from: show(type[key]), to: show(asked[key]) }));
  const saving = useMutation({
    mutationFn: async () => {
      if (type === null) await api.POST('/api/v1/head-types', { body: { head_type_id: id.trim(), sheet: asked } });
      else
        await api.PUT('/api/v1/head-types/{id}', {
          params: { path: { id: type.id }, header: { 'If-Match': tag(type.version) } },
          body: asked,
        });
    },
    onSuccess: async () => {
      await stockChanged();
      onClose();
    },
  });
  const field = (key: keyof typeof sheet, more: { description?: string; numeric?: boolean; optional?: boolean } = {}) => (
    <TextInput
      label={names[key]}
      description={more.description}
      value={sheet[key]}
      onChange={(event) => setSheet({ ...sheet, [key]: event.currentTarget.value })}
      {...(more.numeric ? { inputMode: 'numeric' as const, pattern: '[1-9][0-9]{0,4}' } : {})}
      maxLength={200}
      autoComplete="off"
      required={!more.optional}
    />
  );
  return (
    <FormDialog
      title={type === null ? t('head_type_new') : t('new_version_of', { name: type.title })}
      act={t('save', { ns: 'common' })}
      doing={saving}
      ready={type === null || changes.length > 0}
      onClose={onClose}
    >
      {type === null && (
        <TextInput
          label={t('own_id_label')}
          description={t('own_id')}
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
          maxLength={32}
          autoComplete="off"
          data-autofocus
          required
        />
      )}
      {field('title')}
      {field('gtin', { description: t('if_any'), optional: true })}
      {field('needles', { numeric: true })}
      {field('punctures_warning', { numeric: true })}
      {field('punctures_max', { numeric: true, description: t('punctures_no_default') })}
      {field('reason', { description: t('punctures_why') })}
      {changes.length > 0 && (
        <DiffTable
          changes={changes}
          words={{ label: t('changes'), what: t('what'), old: t('old'), new: t('new'), none: t('none', { ns: 'common' }) }}
        />
      )}
    </FormDialog>
  );
}
