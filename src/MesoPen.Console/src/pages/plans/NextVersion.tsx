import { Button, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Problem } from '../../api/problem';
import { type Difference, differences } from './draft/differences';
import type { PlanContent } from './draft/draft';
import { Moved } from './editor/Moved';
import { PlanEditor } from './editor/PlanEditor';
import { SaveDialog } from './editor/SaveDialog';
import { newest, type PlanVersion, said } from './read';

interface Versions {
  id: string;
  title: string;
  versions: readonly PlanVersion[];
}

interface Read {
  value: Versions;
  etag: string;
}

interface Props {
  heading: string;
  opened: Read;
  /** Reads it anew: asked when somebody else saved meanwhile. */
  reread: () => Promise<Read>;
  save: (content: PlanContent, reason: string, etag: string) => Promise<unknown>;
  patient?: string;
  warning?: ReactNode;
  /** Where to go when it is saved, or not to be. */
  home: string;
}

/** Draws the next version of a protocol or plan upon the one that was opened. */
export function NextVersion({ heading, opened, reread, save, patient, warning, home }: Props) {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const [base, setBase] = useState(opened);
  const [moved, setMoved] = useState<Read | null>(null);
  const [begin, setBegin] = useState(0);
  const [looked, setLooked] = useState<PlanContent | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  const version = newest(base.value.versions);
  const of = (read: Read) => newest(read.value.versions);
  const changes: Difference[] = looked === null ? [] : differences(said(version), looked);

  const send = async (content: PlanContent, reason: string) => {
    setPending(true);
    setProblem(null);
    try {
      await save(content, reason, base.etag);
      setSaved(true);
      navigate(home);
    } catch (error) {
      if (error instanceof Problem && error.status === 412) {
        setMoved(await reread());
        setLooked(null);
      } else setProblem(error);
    } finally {
      setPending(false);
    }
  };

  return (
    <Stack>
      <Title order={1}>{heading}</Title>
      <Text>{t('upon', { title: base.value.title, id: base.value.id, version: version.version })}</Text>
      {moved !== null && (
        <Moved
          was={version.version}
          is={of(moved).version}
          by={of(moved).by}
          differences={differences(said(version), said(of(moved)))}
          onKeep={() => {
            setBase(moved);
            setMoved(null);
          }}
          onTake={() => {
            setBase(moved);
            setMoved(null);
            setBegin(begin + 1);
          }}
        />
      )}
      <PlanEditor
        key={begin}
        initial={said(version)}
        {...(patient === undefined ? {} : { patient })}
        saveLabel={t('review')}
        saved={saved}
        onSave={setLooked}
        cancel={
          <Button variant="default" component={Link} to={home}>
            {t('cancel', { ns: 'common' })}
          </Button>
        }
      />
      <SaveDialog
        opened={looked !== null}
        version={version.version}
        differences={changes}
        warning={warning}
        problem={problem}
        pending={pending}
        onSave={(reason) => looked !== null && void send(looked, reason)}
        onClose={() => {
          setLooked(null);
          setProblem(null);
        }}
      />
    </Stack>
  );
}
