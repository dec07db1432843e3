import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../shell/ProblemAlert';
import { UnsavedGuard } from '../../patients/form/UnsavedGuard';
import type { PlanContent } from '../draft/draft';
import { Loading } from '../Loading';
import { type Catalogue, type Product, type Profile, read } from '../read';
import { CourseFields } from './CourseFields';
import { GeneralFields } from './GeneralFields';
import { Refusals } from './Refusals';
import { useDraft } from './useDraft';
import { EditorContext } from './useEditor';
import { ZonesSection } from './ZonesSection';

export interface EditorProps {
  /** What the draft begins with; null for nothing. A new draft needs a new key. */
  initial: PlanContent | null;
  /** Whose plan it is; null for a protocol. */
  patient?: string | null;
  /** Fields above the plan, such as its title. */
  children?: ReactNode;
  saveLabel: string;
  /** Whether what the draft said is saved: leaving then loses nothing. */
  saved: boolean;
  pending?: boolean;
  /** The draft as it is to be saved; only called with one that the host allows. */
  onSave: (content: PlanContent) => void;
  cancel: ReactNode;
}

/** Draws a protocol or a plan: zones on the map, each number with its limits, what it comes to. It refuses and never clamps. */
export function PlanEditor(props: EditorProps) {
  const catalogue = useQuery(read.catalogue());
  const profiles = useQuery(read.profiles());
  const products = useQuery(read.products());
  const error = catalogue.error ?? profiles.error ?? products.error;
  if (error !== null) return <ProblemAlert problem={error} />;
  if (catalogue.data === undefined || profiles.data === undefined || products.data === undefined) return <Loading />;
  return <Drawing {...props} catalogue={catalogue.data} profiles={profiles.data} products={products.data} />;
}

interface DrawingProps extends EditorProps {
  catalogue: Catalogue;
  profiles: readonly Profile[];
  products: readonly Product[];
}

function Drawing({
  initial,
  patient = null,
  children,
  saveLabel,
  saved,
  pending = false,
  onSave,
  cancel,
  ...known
}: DrawingProps) {
  const { t } = useTranslation('plans');
  const { draft, change, content, unreadable, loaded, load, check, behind, checkError } = useDraft(initial, patient);
  const [selected, select] = useState<string | null>(content.zones[0]?.zone ?? null);
  const [tried, setTried] = useState(false);
  const [began] = useState(() => JSON.stringify(content));
  const refusals = useRef<HTMLDivElement>(null);
  const profile = known.profiles.find((each) => each.id === draft.general.device_family);
  const allowed = check?.allowed === true && !behind && Object.keys(unreadable).length === 0;
  return (
    <EditorContext value={{ draft, change, unreadable, loaded, load, check, behind, tried, profile, selected, select, ...known }}>
      <UnsavedGuard dirty={!saved && JSON.stringify(content) !== began} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (allowed) {
            onSave(content);
            return;
          }
          setTried(true);
          // What stands against it has the focus, so that it is seen and read.
          requestAnimationFrame(() => refusals.current?.focus());
        }}
      >
        <Stack>
          {children}
          <GeneralFields />
          <ZonesSection />
          <CourseFields />
          <ProblemAlert problem={checkError} />
          <Refusals ref={refusals} />
          <Group>
            <Button type="submit" loading={pending} size="md">
              {saveLabel}
            </Button>
            {cancel}
            {behind && tried && t('state.checking')}
          </Group>
        </Stack>
      </form>
    </EditorContext>
  );
}
