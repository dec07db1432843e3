import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { api, body } from './api/client';
import { OwnPassword } from './shell/OwnPassword';
import { ProblemAlert } from './shell/ProblemAlert';
import { Shell } from './shell/Shell';
import { SignIn } from './shell/SignIn';
import { StopBar } from './shell/StopBar';
import { SignatureProvider } from './shell/signature';
import { useSignedIn, WhoProvider } from './shell/who';

const FirstRun = lazy(() => import('./pages/setup'));

export function App() {
  return (
    <>
      <StopBar />
      <BrowserRouter>
        <Door />
      </BrowserRouter>
    </>
  );
}

/** In, or asked who you are. */
function Door() {
  const { data: who, error } = useSignedIn();
  if (error !== null) return <ProblemAlert problem={error} />;
  if (who === undefined) return <Wait />;
  if (who === null) return <Threshold />;
  return (
    <WhoProvider who={who}>
      <SignatureProvider>{who.must_change_password ? <OwnPassword /> : <Shell />}</SignatureProvider>
    </WhoProvider>
  );
}

/** Nobody is signed in: a sign-in, or the first run while nobody works here. */
function Threshold() {
  const { data: setup, error } = useQuery({ queryKey: ['setup'], queryFn: () => body(api.GET('/api/v1/setup')) });
  if (error !== null) return <ProblemAlert problem={error} />;
  if (setup === undefined) return <Wait />;
  return setup.needed ? (
    <Suspense fallback={<Wait />}>
      <FirstRun />
    </Suspense>
  ) : (
    <SignIn />
  );
}

function Wait() {
  return (
    <Center h="50vh">
      <Loader />
    </Center>
  );
}
