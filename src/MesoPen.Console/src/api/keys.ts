import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** What was read is read again after a change, and when the page is looked at anew; refusals are not asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => error instanceof Problem && error.type === 'unreachable' && failures < 3,
    },
  },
});
