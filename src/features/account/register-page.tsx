import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { BasicButton } from '#src/ui/basic-button.tsx';
import { BasicField, BasicPasswordField, BasicSelect } from '#src/ui/basic-field.tsx';
import { AccountFrame, Problem } from './account-frame.tsx';
import classes from './account-frame.module.css';
import { register, type Registration, signInProblem } from './api.ts';
import { checkFields, type FieldErrors, focusFirst, passwordRule, readFields } from './fields.ts';
import { countries, guessPlace, timeZones } from '#src/lib/places.ts';

export function RegisterPage() {
  const { submit, busy, problem, errors } = useRegistration();
  const place = useMemo(() => guessPlace(), []);
  const countryOptions = useMemo(
    () => [
      { value: '', label: m.account_country_choose() },
      ...countries().map(({ code, name }) => ({ value: code, label: name })),
    ],
    [],
  );
  const zoneOptions = useMemo(
    () =>
      [...new Set([place.timeZone, ...timeZones()])]
        .sort()
        .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    [place],
  );
  return (
    <AccountFrame
      wide
      title={m.account_register_title()}
      text={m.account_register_text()}
      footer={
        <>
          {m.account_have_account()} <Link to="/sign-in">{m.account_sign_in()}</Link>
        </>
      }
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        {problem && <Problem>{problem}</Problem>}
        <BasicField
          name="company"
          label={m.account_company()}
          autoComplete="organization"
          error={errors.company}
        />
        <div className={classes.pair}>
          <BasicField
            name="firstname"
            label={m.account_first_name()}
            autoComplete="given-name"
            error={errors.firstname}
          />
          <BasicField
            name="lastname"
            label={m.account_last_name()}
            autoComplete="family-name"
            error={errors.lastname}
          />
        </div>
        <BasicField
          name="email"
          type="email"
          label={m.account_email()}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.email}
        />
        <BasicPasswordField
          label={m.account_password()}
          hint={passwordRule()}
          autoComplete="new-password"
          error={errors.password}
        />
        <div className={classes.pair}>
          <BasicSelect
            name="country"
            label={m.account_country()}
            autoComplete="country"
            options={countryOptions}
            defaultValue={place.country}
            error={errors.country}
          />
          <BasicSelect
            name="timezone"
            label={m.account_time_zone()}
            options={zoneOptions}
            defaultValue={place.timeZone}
            error={errors.timezone}
          />
        </div>
        <BasicButton type="submit" busy={busy}>
          {m.account_create()}
        </BasicButton>
      </form>
    </AccountFrame>
  );
}

function useRegistration() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [errors, setErrors] = useState<FieldErrors>({});
  // A double click must not register twice; `busy` is only true after the next render.
  const running = useRef(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = readFields(form);
    const show = (found: FieldErrors) => {
      setErrors(found);
      focusFirst(form, found);
    };
    const found = checkFields(values);
    setProblem('');
    show(found);
    if (Object.keys(found).length > 0 || running.current) return;
    running.current = true;
    setBusy(true);
    // What fails here is told by the navigation, which asks once more.
    const door = router.options.context.everyRoute().catch(() => {});
    try {
      await register(values as Registration);
      queryClient.clear();
      await door;
      await router.navigate({ to: '/start' });
    } catch (error) {
      const field = error instanceof ApiError ? error.field : undefined;
      if (field !== undefined && field in values) show({ [field]: registerProblem(error as ApiError) });
      else setProblem(signInProblem(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { submit, busy, problem, errors };
}

const registerProblem = (error: ApiError) =>
  error.code === 'account.email-taken' ? m.account_email_taken() : error.message;
