import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { BasicButton, BasicLinkButton } from '#src/ui/basic-button.tsx';
import { BasicPasswordField } from '#src/ui/basic-field.tsx';
import { AccountFrame, Problem } from './account-frame.tsx';
import classes from './account-frame.module.css';
import { confirmPasswordReset, signInProblem } from './api.ts';
import { checkFields, focusFirst, readFields } from './fields.ts';

type State = 'asking' | 'done' | 'expired';

/** Where the link in the mail leads. */
export function ResetPasswordPage({ token }: { token: string }) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<State>(token ? 'asking' : 'expired');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [error, setError] = useState<string | undefined>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = readFields(form);
    const found = checkFields(values);
    setError(found.password);
    focusFirst(form, found);
    setProblem('');
    if (found.password || !values.password) return;
    setBusy(true);
    try {
      await confirmPasswordReset(token, values.password);
      queryClient.clear();
      setState('done');
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'account.reset-expired') setState('expired');
      else if (failure instanceof ApiError && failure.field === 'password') setError(failure.message);
      else setProblem(signInProblem(failure));
    } finally {
      setBusy(false);
    }
  };

  if (state === 'done')
    return (
      <AccountFrame
        title={m.account_reset_done_title()}
        text={<span role="status">{m.account_reset_done()}</span>}
      >
        <div className={classes.onward}>
          <BasicLinkButton to="/sign-in">{m.account_sign_in()}</BasicLinkButton>
        </div>
      </AccountFrame>
    );
  if (state === 'expired')
    return (
      <AccountFrame
        title={m.account_reset_expired_title()}
        text={<span role="status">{m.account_reset_expired()}</span>}
      >
        <div className={classes.onward}>
          <BasicLinkButton to="/forgot-password">{m.account_ask_new_link()}</BasicLinkButton>
        </div>
      </AccountFrame>
    );
  return (
    <AccountFrame
      title={m.account_reset_title()}
      footer={<Link to="/sign-in">{m.account_back_to_sign_in()}</Link>}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        {problem && <Problem>{problem}</Problem>}
        <BasicPasswordField
          label={m.account_new_password()}
          hint={m.account_password_rule()}
          autoComplete="new-password"
          error={error}
        />
        <BasicButton type="submit" busy={busy}>
          {m.account_set_password()}
        </BasicButton>
      </form>
    </AccountFrame>
  );
}
