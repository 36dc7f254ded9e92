import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import * as m from '#messages';
import { BasicButton } from '#src/ui/basic-button.tsx';
import { BasicField, BasicPasswordField } from '#src/ui/basic-field.tsx';
import { AccountFrame, Problem } from './account-frame.tsx';
import classes from './account-frame.module.css';
import { type Credentials, signIn, signInProblem } from './api.ts';
import { DemoAccounts } from './demo-accounts.tsx';

/** `next` is a path on this site that was checked already. */
export function SignInPage({ next }: { next: string }) {
  const { busy, problem, problemRef, enter } = useSignIn(next);
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const email = String(fields.get('email')).trim();
    const password = String(fields.get('password'));
    setMissing({
      ...(!email && { email: m.account_email_missing() }),
      ...(!password && { password: m.account_password_missing() }),
    });
    if (email && password) void enter({ email, password });
    else form.querySelector<HTMLInputElement>(email ? '[name=password]' : '[name=email]')?.focus();
  };

  return (
    <AccountFrame
      title={m.account_sign_in_title()}
      footer={
        <>
          {m.account_new_here()} <Link to="/register">{m.account_register()}</Link>
        </>
      }
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        {problem && <Problem ref={problemRef}>{problem}</Problem>}
        <BasicField
          name="email"
          type="email"
          label={m.account_email()}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={missing.email}
        />
        <BasicPasswordField
          label={m.account_password()}
          autoComplete="current-password"
          error={missing.password}
        />
        <BasicButton type="submit" busy={busy} wide>
          {m.account_sign_in()}
        </BasicButton>
        <Link to="/forgot-password" className={classes.aside}>
          {m.account_forgot()}
        </Link>
      </form>
      <DemoAccounts busy={busy} onChoose={enter} />
    </AccountFrame>
  );
}

/** Brings what lies behind the sign-in; what fails here is told when it is needed. */
async function openDoor(router: ReturnType<typeof useRouter>): Promise<void> {
  try {
    await router.options.context.everyRoute();
    await router.loadRouteChunk(router.routesById['/_app']);
  } catch {
    // The navigation asks once more.
  }
}

function useSignIn(next: string) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const problemRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem) problemRef.current?.focus();
  }, [problem]);

  const enter = async (credentials: Credentials) => {
    setBusy(true);
    setProblem('');
    // The frame behind the door comes while the server looks at the password.
    const door = openDoor(router);
    try {
      await signIn(credentials);
      await door;
      // Somebody else may have been signed in here before.
      queryClient.clear();
      await router.navigate({ href: next });
    } catch (error) {
      setProblem(signInProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, problemRef, enter };
}
