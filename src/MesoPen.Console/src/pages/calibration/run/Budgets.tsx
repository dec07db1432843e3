import { NativeSelect, Stack, Table, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalsOf, expanded, figure, fixed, inUnit, nominal, scales, three } from '../figures';
import { type Kind, type Result, stated } from '../model';
import { Wide } from '../Wide';

const bar = { width: 160, height: 16 };

/** Where the uncertainty of a point comes from, the largest first, each with a bar for its share. */
export function Budgets({ kind, series }: { kind: Kind; series: Result['series'][number] }) {
  const { t } = useTranslation('calibration');
  const rows = stated(series).filter((each) => each.stated.uncertainty !== null);
  const [chosen, setChosen] = useState(0);
  const shown = rows[chosen] ?? rows[0];
  if (shown === undefined) return null;
  const { unit } = scales[kind];
  const budget = [...shown.stated.budget].sort((a, b) => b.share_percent - a.share_percent);
  const u = shown.stated.uncertainty;
  const decimals = decimalsOf(inUnit(kind, u?.expanded ?? 0)) + 1;
  const names = rows.map(({ stated: point, needle, direction }) =>
    [
      nominal(kind, point.nominal),
      needle === undefined ? '' : t('budget.needle', { needle: needle + 1 }),
      direction === undefined ? '' : t(`directions.${direction}`),
    ]
      .filter((each) => each !== '')
      .join(', '),
  );
  return (
    <Stack component="section" aria-label={t('budget.title')}>
      <Title order={4}>{t('budget.title')}</Title>
      <NativeSelect
        label={t('budget.point')}
        maw={360}
        value={String(rows.indexOf(shown))}
        onChange={(event) => setChosen(Number(event.currentTarget.value))}
        data={names.map((label, index) => ({ value: String(index), label }))}
      />
      <Wide label={t('budget.title')}>
        <Table withTableBorder aria-label={t('budget.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('budget.source')}</Table.Th>
              <Table.Th scope="col">{t('budget.type')}</Table.Th>
              <Table.Th scope="col">{t('budget.standard')}</Table.Th>
              <Table.Th scope="col">{t('budget.contribution')}</Table.Th>
              <Table.Th scope="col">{t('budget.freedom')}</Table.Th>
              <Table.Th scope="col">{t('budget.share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {budget.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a budget is made once and does not change.
              <Table.Tr key={index}>
                <Table.Th scope="row">{t(`sources.${line.source}`)}</Table.Th>
                <Table.Td>{line.by_statistics ? 'A' : 'B'}</Table.Td>
                <Table.Td>{three(line.standard, line.unit)}</Table.Td>
                <Table.Td>{three(inUnit(kind, line.contribution), unit)}</Table.Td>
                <Table.Td>{line.degrees_of_freedom === null ? '∞' : fixed(line.degrees_of_freedom, 0)}</Table.Td>
                <Table.Td>
                  <svg width={bar.width} height={bar.height} aria-hidden="true">
                    <rect className="calibration-bar" width={(bar.width * line.share_percent) / 100} height={bar.height} />
                  </svg>{' '}
                  {figure(line.share_percent, 1, '%')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          {u !== null && (
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th scope="row" colSpan={3}>
                  {t('budget.combined')}
                </Table.Th>
                <Table.Td>{figure(inUnit(kind, u.combined), decimals, unit)}</Table.Td>
                <Table.Td>{u.effective_degrees_of_freedom === null ? '∞' : fixed(u.effective_degrees_of_freedom, 0)}</Table.Td>
                <Table.Td>
                  U = {expanded(inUnit(kind, u.expanded), unit)}, k = {fixed(u.k, 2)}
                </Table.Td>
              </Table.Tr>
            </Table.Tfoot>
          )}
        </Table>
      </Wide>
    </Stack>
  );
}
