import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../../../quantity/quantity';
import { type ConsentRecord, read } from '../file/file';
import { plain } from '../file/plain';
import { useNames } from '../file/useNames';
import { ZoneTable } from '../plans/ZoneTable';

/** To what the consent is: plan, version, zones and product. Anything else is not consented to. */
export function Binding({ consent }: { consent: ConsentRecord }) {
  const { t } = useTranslation('patients');
  const names = useNames();
  const { binding } = consent;
  const plan = useQuery(read.plan(binding.patient_id, binding.plan_id));
  const product = useQuery(read.product(binding.product_id));
  const version = plan.data?.value.versions.find((each) => each.version === binding.plan_version);
  return (
    <Stack component="section" aria-labelledby="binding" gap="xs">
      <Title order={2} id="binding">
        {t('binding.title')}
      </Title>
      <List>
        <List.Item>
          <Anchor
            component={Link}
            to={`/patients/${encodeURIComponent(binding.patient_id)}/plans/${encodeURIComponent(binding.plan_id)}`}
            inline
          >
            {t('binding.plan', { title: plan.data?.value.title ?? binding.plan_id, version: plain(binding.plan_version) })}
          </Anchor>
        </List.Item>
        <List.Item>{t('binding.product', { name: product.data?.name ?? binding.product_id, id: binding.product_id })}</List.Item>
        {binding.mixed_with.length > 0 && <List.Item>{t('binding.mixed', { ids: binding.mixed_with.join(', ') })}</List.Item>}
        <List.Item>{t('binding.zones', { zones: binding.zones.map(names.zone).join(', ') })}</List.Item>
        <List.Item>{t('consent.drawn', { at: moment(consent.at), by: consent.by })}</List.Item>
      </List>
      {version && <ZoneTable zones={version.zones} />}
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('binding.hash', { hash: consent.sha256 })}
      </Text>
    </Stack>
  );
}
