import { Table } from '@mantine/core';

/** One difference: what, as it was, as it is to be; null where there was or will be nothing. */
export interface Difference {
  what: string;
  from: string | null;
  to: string | null;
}

/** What changes, old beside new. */
export function DiffTable({
  changes,
  words,
}: {
  changes: readonly Difference[];
  words: { what: string; old: string; new: string; none: string; label: string };
}) {
  return (
    <Table withTableBorder withRowBorders aria-label={words.label} layout="fixed" styles={{ td: { overflowWrap: 'anywhere' } }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.what}</Table.Th>
          <Table.Th scope="col">{words.old}</Table.Th>
          <Table.Th scope="col">{words.new}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((each) => (
          <Table.Tr key={each.what}>
            <Table.Th scope="row">{each.what}</Table.Th>
            <Table.Td>{each.from === null ? words.none : <del>{each.from}</del>}</Table.Td>
            <Table.Td>{each.to === null ? words.none : <ins>{each.to}</ins>}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
