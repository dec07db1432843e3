import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client';

/**
 * What is asked of the station, one mutation a command. Answers are not shown: the live state is newer, and an answer that was overtaken by it
 * would bring back what is no longer so.
 */
export function useCommand() {
  return useMutation({
    mutationFn: async (command: Command): Promise<void> => {
      switch (command.id) {
        case 'prime':
          await api.POST('/api/v1/station/prime', { body: {} });
          return;
        case 'arm':
          await api.POST('/api/v1/station/arm', { body: { zone: command.zone } });
          return;
        case 'pause':
          await api.POST('/api/v1/station/pause', { body: {} });
          return;
        case 'release':
          await api.POST('/api/v1/station/release', { body: { reason: command.reason } });
          return;
        case 'settle':
          await api.POST('/api/v1/station/settle', { body: { reason: command.reason } });
          return;
        case 'needle':
          await api.POST('/api/v1/station/needle', { body: { head_id: command.head } });
          return;
        case 'close':
          await api.POST('/api/v1/station/close', { body: { aftercare: command.aftercare } });
      }
    },
  });
}

export type Command =
  | { id: 'prime' | 'pause' }
  | { id: 'arm'; zone: string | null }
  | { id: 'release' | 'settle'; reason: string }
  | { id: 'needle'; head: string }
  | { id: 'close'; aftercare: string | null };
