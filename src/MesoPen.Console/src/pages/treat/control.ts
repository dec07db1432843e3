import { useMutation } from '@tanstack/react-query';
import { api, consoleId } from '../../api/client';
import { useOf } from '../../live/useStation';

/** Who holds the control; `elsewhere` if it is another console than this. */
export function useControl() {
  const control = useOf((view) => view?.control ?? null);
  const mine = control?.console === consoleId;
  return { control, mine, elsewhere: control !== null && !mine };
}

/** Takes the control: with a reason, if another console holds it. */
export function useTakeControl() {
  return useMutation({
    mutationFn: (reason: string | null) => api.POST('/api/v1/station/control', { body: { reason } }),
  });
}

/** Gives the control up. */
export function useGiveUpControl() {
  return useMutation({ mutationFn: () => api.DELETE('/api/v1/station/control') });
}
