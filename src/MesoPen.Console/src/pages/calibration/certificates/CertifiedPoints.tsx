import { Loader, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { useFigures } from '../bench';
import { printed } from '../figures';
import type { Verdict } from '../model';
import { VerdictMark } from '../VerdictMark';
import { Wide } from '../Wide';
import { statedIn } from './document';

/** What the certificate states of each point, with the digits of the document itself. */
export function CertifiedPoints({ id }: { id: string }) {
  const { t } = useTranslation('calibration');
  const read = useFigures(id);
  if (read.error) return <ProblemAlert problem={read.error} />;
  if (read.data === undefined) return <Loader aria-label={t('loading', { ns: 'common' })} />;
  const points = statedIn(read.data);
  const needles = points.some((each) => each.needle !== undefined);
  return (
    <Wide label={t('certificates.points')}>
      <Table withTableBorder aria-label={t('certificates.points')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('table.nominal')}</Table.Th>
            {needles && <Table.Th scope="col">{t('table.needle')}</Table.Th>}
            <Table.Th scope="col">{t('table.mean')}</Table.Th>
            <Table.Th scope="col">{t('table.error')}</Table.Th>
            <Table.Th scope="col">{t('table.u')}</Table.Th>
            <Table.Th scope="col">{t('table.limit')}</Table.Th>
            <Table.Th scope="col">{t('table.verdict')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map(({ at, needle, direction, figures }) => {
            const text = (what: string, signed = false) => {
              const figure = figures[what];
              return figure === undefined ? '—' : printed(figure.value, figure.unit, signed);
            };
            return (
              <Table.Tr key={at}>
                <Table.Th scope="row">{text('nominal')}</Table.Th>
                {needles && (
                  <Table.Td>
                    {needle} {direction === undefined ? '' : t(`directions.${direction}`)}
                  </Table.Td>
                )}
                <Table.Td>{text('mean')}</Table.Td>
                <Table.Td>{text('error', true)}</Table.Td>
                <Table.Td>{figures.expanded === undefined ? '—' : `${text('expanded')} (k = ${text('k')})`}</Table.Td>
                <Table.Td>±{text('tolerance')}</Table.Td>
                <Table.Td>{figures.verdict && <VerdictMark verdict={figures.verdict.value as Verdict} />}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
