import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { api, body, type Schemas, setAntiForgery } from '../api/client';
import { Problem } from '../api/problem';

export type Who = Schemas['SessionView'];
export type Role = Schemas['Role'];

const WhoContext = createContext<Who | null>(null);

/** Who is signed in; only below the sign-in. */
export function useWho(): Who {
  const who = useContext(WhoContext);
  if (who === null) throw new Error('Nobody is signed in here.');
  return who;
}

/** Whether the person who is signed in may be one of these. The host decides; this only spares the asking. */
export function useMay(...roles: Role[]): boolean {
  return useWho().roles.some((role) => roles.includes(role));
}

export function WhoProvider({ who, children }: { who: Who; children: ReactNode }) {
  return <WhoContext value={who}>{children}</WhoContext>;
}

/** Who is signed in; null if nobody is, undefined until the host has said. */
export function useSignedIn() {
  return useQuery({
    queryKey: ['who'],
    queryFn: async (): Promise<Who | null> => {
      try {
        const who = await body(api.GET('/api/v1/session'));
        setAntiForgery(who.anti_forgery);
        return who;
      } catch (refused) {
        if (refused instanceof Problem && refused.status === 401) return null;
        throw refused;
      }
    },
  });
}
