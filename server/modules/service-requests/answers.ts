import type { Answer } from '#contract/service-requests.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Field } from './reference-repository.ts';

const isDay = (day: string) => {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};

/** The answer as text, as it is stored; undefined: none was given. @throws 400 naming the question's code */
function read({ code, kind, choices }: Field, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const refuse = (problem: string) => invalid(`fieldValue.${code}`, problem);
  if (typeof value === 'object') throw refuse('must be a text, a number, or true or false');
  const text = String(value as string | number | boolean).trim();
  if (text.length > 10_000) throw refuse('is longer than 10,000 characters');
  if (kind === 'number' && !/^-?\d{1,15}(\.\d{1,10})?$/.test(text)) throw refuse('must be a number');
  if (kind === 'date' && !isDay(text)) throw refuse('must be a day such as 2027-03-01');
  if (kind === 'yes-no' && !/^(true|false)$/i.test(text)) throw refuse('must be true or false');
  if (kind === 'choice' && !choices.includes(text)) throw refuse(`must be one of: ${choices.join(', ')}`);
  return kind === 'yes-no' ? text.toLowerCase() : text || undefined;
}

/**
 * The answers to a type's questions, by the questions' ids: those that were there, with what is given put in their
 * place. Pure. @throws 400 naming the question's code, also for one that has to be answered and is not
 */
export function answersTo(
  fields: readonly Field[],
  given: readonly Answer[],
  before: ReadonlyMap<number, string> = new Map(),
): Map<number, string> {
  const answers = new Map([...before].filter(([id]) => fields.some((field) => field.id === id)));
  for (const { id, code, value } of given) {
    const field = fields.find((one) => (id === undefined ? one.code === code : one.id === id));
    if (!field) throw invalid('fieldValue', `names no question of this type (${code ?? id})`);
    const text = read(field, value);
    if (text === undefined) answers.delete(field.id);
    else answers.set(field.id, text);
  }
  for (const { id, code, name, required } of fields)
    if (required && !answers.has(id)) throw invalid(`fieldValue.${code}`, `is required: ${name}`);
  return answers;
}
