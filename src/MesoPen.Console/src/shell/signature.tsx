import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signing } from '../api/client';

type Ask = (what: string) => Promise<{ 'Signing-Password': string } | null>;

// Other dialogs stand at 200, Stop at 1000.
const aboveDialogs = 400;

const SignatureContext = createContext<Ask | null>(null);

/** Asks for the password, and gives the header that makes the next request a signature; null if the person would rather not. */
export function useSignature(): Ask {
  const ask = useContext(SignatureContext);
  if (ask === null) throw new Error('No signature can be asked for here.');
  return ask;
}

export function SignatureProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ what: string; answer: (header: { 'Signing-Password': string } | null) => void } | null>(
    null,
  );
  const [password, setPassword] = useState('');
  const ask = useCallback<Ask>((what) => new Promise((answer) => setAsked({ what, answer })), []);
  const end = (header: { 'Signing-Password': string } | null) => {
    asked?.answer(header);
    setAsked(null);
    setPassword('');
  };
  return (
    <SignatureContext value={ask}>
      {children}
      <Modal
        opened={asked !== null}
        onClose={() => end(null)}
        title={t('sign')}
        zIndex={aboveDialogs}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            end(signing(password));
          }}
        >
          <Stack data-signature>
            <Text>{t('sign_text', { what: asked?.what ?? '' })}</Text>
            <PasswordInput
              label={t('password')}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="current-password"
              data-autofocus
              required
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => end(null)}>
                {t('cancel')}
              </Button>
              <Button type="submit">{t('sign')}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </SignatureContext>
  );
}
