import { PASSWORD_MIN } from '#contract/users.ts';
import * as m from '#messages';

export type FieldErrors = Record<string, string | undefined>;

/** The texts of a form by name. Passwords are taken as they are, everything else without outer blanks. */
export function readFields(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].map(([name, value]) => {
    const text = String(value);
    return [name, name === 'password' ? text : text.trim()] as const;
  });
  return Object.fromEntries(entries);
}

/** Said before anybody can get it wrong. */
export const passwordRule = () => m.account_password_rule({ count: PASSWORD_MIN });

/** What can be said before asking the server; the server has the last word. */
export function checkFields(values: Record<string, string>): FieldErrors {
  const errors: FieldErrors = {};
  for (const [name, value] of Object.entries(values)) if (!value) errors[name] = m.account_required();
  if (values.email && !/^[^\s@]+@[^\s@]+$/.test(values.email)) errors.email = m.account_email_invalid();
  if (values.password && [...values.password].length < PASSWORD_MIN)
    errors.password = m.account_password_short({ count: PASSWORD_MIN });
  return errors;
}

/** Puts the reader where the first error is. */
export function focusFirst(form: HTMLFormElement, errors: FieldErrors): void {
  const controls = [...form.elements] as HTMLInputElement[];
  controls.find(({ name }) => name && errors[name])?.focus();
}
