import './treat.css';
import { Anchor, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOf } from '../../live/useStation';
import { usePhone } from '../../shell/usePhone';
import { useMay } from '../../shell/who';
import { useChoice } from './choice';
import { Start } from './Start';

// The curves and their drawing come with the first session: who only chooses does not wait for them.
const Session = lazy(() => import('./Session').then(({ Session: page }) => ({ default: page })));

/** The room to treat in: what a session needs while none is open, the session while one is. */
export default function Treat() {
  const known = useOf((view) => view !== null);
  const session = useOf((view) => view?.session_id ?? null);
  const ended = useEnded(session, known);
  const begun = useBegun(session, known);
  useSpent(session);
  if (!known) return <Loader />;
  if (session !== null)
    return (
      <Suspense fallback={<Loader />}>
        <Session key={session} begun={begun} />
      </Suspense>
    );
  return (
    <Stack>
      {ended !== null && <Ended session={ended} />}
      <Before />
    </Stack>
  );
}

/** Whether the session was opened while this page was looked at: who opened it stands at the end of a long page, and goes on at its beginning. */
function useBegun(session: string | null, known: boolean): boolean {
  const none = useRef(false);
  if (known && session === null) none.current = true;
  return none.current && session !== null;
}

/** What was chosen is spent by the session that it opened: after its end nothing is rehearsed again. */
function useSpent(session: string | null): void {
  const { choice, choose } = useChoice();
  const clear = useRef(() => {});
  clear.current = () => {
    const chosen = Object.entries(choice).filter(([, value]) => value !== null);
    if (chosen.length > 0) choose(Object.fromEntries(chosen.map(([name]) => [name, null])));
  };
  useEffect(() => {
    if (session !== null) clear.current();
  }, [session]);
}

/** The session that was open here and is no longer; null if another one is, or none was. */
function useEnded(session: string | null, known: boolean): string | null {
  const [ended, setEnded] = useState<string | null>(null);
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (!known) return;
    if (session !== null) setEnded(null);
    else if (before.current !== null) setEnded(before.current);
    before.current = session;
  }, [session, known]);
  return ended;
}

function Ended({ session }: { session: string }) {
  const { t } = useTranslation('treat');
  return (
    <Paper withBorder p="md" className="ended" component="section" aria-labelledby="ended-title" data-testid="ended">
      <Title order={2} size="h3" id="ended-title">
        {t('ended.title')}
      </Title>
      <Text>{t('ended.text')}</Text>
      <Group mt="sm">
        <Anchor component={Link} to={`/records/${encodeURIComponent(session)}`} className="check-fix">
          {t('ended.record')}
        </Anchor>
      </Group>
    </Paper>
  );
}

/** While no session is open: who may treat chooses, others are told. */
function Before() {
  const { t } = useTranslation('treat');
  const may = useMay('clinician');
  const phone = usePhone();
  if (may && !phone) return <Start />;
  return (
    <>
      <Title order={1}>{t('start.title')}</Title>
      <Text>{t(phone && may ? 'start.phone' : 'start.not_you')}</Text>
    </>
  );
}
