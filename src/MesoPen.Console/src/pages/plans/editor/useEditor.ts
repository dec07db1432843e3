import { createContext, useContext } from 'react';
import type { Change } from '../draft/change';
import type { Draft, Unreadables } from '../draft/draft';
import type { Catalogue, PlanCheck, Product, Profile } from '../read';

/** What the parts of the editor share. */
export interface Editor {
  draft: Draft;
  change: (change: Change) => void;
  unreadable: Unreadables;
  /** What will be in the cartridges, mL, as it is typed; empty if that is not known. */
  loaded: string;
  load: (text: string) => void;
  /** What the host says of the draft; undefined until it has said something. */
  check: PlanCheck | undefined;
  /** Whether the host has not heard of the last change yet. */
  behind: boolean;
  /** Whether saving was tried: from then on empty fields are told too. */
  tried: boolean;
  catalogue: Catalogue;
  profiles: readonly Profile[];
  profile: Profile | undefined;
  products: readonly Product[];
  selected: string | null;
  select: (zone: string | null) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('No plan is edited here.');
  return editor;
}
