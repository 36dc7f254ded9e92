import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import { BasicButton } from '#src/ui/basic-button.tsx';
import { BasicField } from '#src/ui/basic-field.tsx';
import { AccountFrame, Problem } from './account-frame.tsx';
import classes from './account-frame.module.css';
import { requestPasswordReset, signInProblem } from './api.ts';
import { checkFields, readFields } from './fields.ts';

export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [error, setError] = useState<string | undefined>();
  const back = <Link to="/sign-in">{m.account_back_to_sign_in()}</Link>;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = readFields(event.currentTarget);
    const found = checkFields(values).email;
    setError(found);
    setProblem('');
    if (found || !values.email) return;
    setBusy(true);
    try {
      await requestPasswordReset(values.email);
      setSentTo(values.email);
    } catch (failure) {
      setProblem(signInProblem(failure));
    } finally {
      setBusy(false);
    }
  };

  if (sentTo)
    return (
      <AccountFrame
        title={m.account_link_sent_title()}
        text={<span role="status">{m.account_link_sent({ email: sentTo })}</span>}
        footer={back}
      >
        {null}
      </AccountFrame>
    );
  return (
    <AccountFrame title={m.account_forgot_title()} text={m.account_forgot_text()} footer={back}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {problem && <Problem>{problem}</Problem>}
        <BasicField
          name="email"
          type="email"
          label={m.account_email()}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={error}
        />
        <BasicButton type="submit" busy={busy}>
          {m.account_send_link()}
        </BasicButton>
      </form>
    </AccountFrame>
  );
}
