import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Names and values, side by side while there is room. What is null is left out. */
export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Box component="dl" m={0} style={{ display: 'flex', flexWrap: 'wrap', columnGap: 32, rowGap: 8 }}>
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <Text component="dt" size="sm">
              {name}
            </Text>
            <Text component="dd" m={0} fw={600} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
    </Box>
  );
}
