import * as m from '#messages';

export const MIN_PASSWORD = 10;

export type FieldErrors = Record<string, string | undefined>;

/** The texts of a form by name. Passwords are taken as they are, everything else without outer blanks. */
export function readFields(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].map(([name, value]) => {
    const text = String(value);
    return [name, name === 'password' ? text : text.trim()] as const;
  });
  return Object.fromEntries(entries);
}

/** What can be said before asking the server; the server has the last word. */
export function checkFields(values: Record<string, string>): FieldErrors {
  const errors: FieldErrors = {};
  for (const [name, value] of Object.entries(values)) if (!value) errors[name] = m.account_required();
  if (values.email && !/^[^\s@]+@[^\s@]+$/.test(values.email)) errors.email = m.account_email_invalid();
  if (values.password && [...values.password].length < MIN_PASSWORD)
    errors.password = m.account_password_short();
  return errors;
}

/** Puts the reader where the first error is. */
export function focusFirst(form: HTMLFormElement, errors: FieldErrors): void {
  const controls = [...form.elements] as HTMLInputElement[];
  controls.find(({ name }) => name && errors[name])?.focus();
}
