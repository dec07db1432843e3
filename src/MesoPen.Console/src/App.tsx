import { Center, Loader } from '@mantine/core';
import { BrowserRouter } from 'react-router';
import { OwnPassword } from './shell/OwnPassword';
import { ProblemAlert } from './shell/ProblemAlert';
import { Shell } from './shell/Shell';
import { SignIn } from './shell/SignIn';
import { StopBar } from './shell/StopBar';
import { SignatureProvider } from './shell/signature';
import { useSignedIn, WhoProvider } from './shell/who';

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
  if (who === undefined)
    return (
      <Center h="50vh">
        <Loader />
      </Center>
    );
  if (who === null) return <SignIn />;
  return (
    <WhoProvider who={who}>
      <SignatureProvider>{who.must_change_password ? <OwnPassword /> : <Shell />}</SignatureProvider>
    </WhoProvider>
  );
}
