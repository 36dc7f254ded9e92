import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiError } from './http.ts';

/**
 * Shows in a form why its write failed: at the field the server names, else above the buttons (`root`).
 * Nothing on a lost session: the shell asks to sign in again, and the form waits with what was typed.
 */
export function showProblem<T extends FieldValues>(
  form: Pick<UseFormReturn<T>, 'setError'>,
  error: unknown,
  fields: readonly Path<T>[],
): void {
  if (error instanceof ApiError && error.status === 401) return;
  const message = error instanceof Error ? error.message : String(error);
  const named = error instanceof ApiError ? error.field?.split(/[.[]/)[0] : undefined;
  const field = fields.find((name) => name === named);
  if (field) form.setError(field, { message }, { shouldFocus: true });
  else form.setError('root', { message });
}
