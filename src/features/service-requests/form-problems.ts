import type { UseFormReturn } from 'react-hook-form';
import * as m from '#messages';
import type { ServiceType } from '#contract/service-requests-catalogue.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { ApiError } from '#src/lib/http.ts';
import { type AskFields, answerKey, fieldNames, type Missing } from './ask-form.ts';

const missingWords = (name: Missing) => {
  if (name === 'room') return m.requests_need_space();
  return name === 'asset' ? m.requests_need_asset() : m.requests_need_answer();
};

/** Says at each field that it is missing; the first gets the focus. */
export function showMissing(form: UseFormReturn<AskFields>, missing: readonly Missing[]): void {
  for (const name of missing)
    form.setError(name, { message: missingWords(name) }, { shouldFocus: name === missing[0] });
}

/** Says at its field why it was refused; `fieldValue.<code>` is the question of that code. */
export function showRefusal(form: UseFormReturn<AskFields>, error: unknown, type: ServiceType): void {
  const code =
    error instanceof ApiError && error.field?.startsWith('fieldValue.')
      ? error.field.slice('fieldValue.'.length)
      : undefined;
  const question = type.fields.find((one) => one.code === code);
  if (question)
    form.setError(
      `answers.${answerKey(question.id)}`,
      { message: (error as ApiError).message },
      { shouldFocus: true },
    );
  else showProblem(form, error, fieldNames);
}
