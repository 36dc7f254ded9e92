import { Alert, Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { signIn, signInProblem } from '#src/features/account/api.ts';
import { sessionExpired } from '#src/lib/connection.ts';
import { useStore } from '#src/lib/store.ts';
import { TextLink } from '#src/ui/link.tsx';

/** Asks for the password again where somebody stands when their session ends; what they typed stays. */
export function ReauthDialog({ me }: { me: Me }) {
  const expired = useStore(sessionExpired);
  return (
    <Modal
      opened={expired}
      onClose={() => {}}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={m.shell_expired_title()}
      size="sm"
    >
      <ReauthForm me={me} />
    </Modal>
  );
}

function ReauthForm({ me }: { me: Me }) {
  const queryClient = useQueryClient();
  const router = useRouter();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    try {
      await signIn({ email: me.email, password });
      await queryClient.invalidateQueries();
      await router.invalidate();
    } catch (error) {
      setProblem(signInProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {m.shell_expired_text()}
        </Text>
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <input type="hidden" name="email" autoComplete="username" value={me.email} readOnly />
        <PasswordInput
          name="password"
          label={`${m.account_password()} · ${me.email}`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
        />
        <Button type="submit" loading={busy} fullWidth>
          {m.account_sign_in()}
        </Button>
        <TextLink
          to="/sign-in"
          ignoreBlocker
          search={{ next: router.state.location.href }}
          size="sm"
          ta="center"
        >
          {m.shell_expired_other()}
        </TextLink>
      </Stack>
    </form>
  );
}
