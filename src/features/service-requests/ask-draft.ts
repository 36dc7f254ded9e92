import { readStored, writeStored } from '#src/lib/storage.ts';
import type { AskFields } from './ask-form.ts';

/** What somebody was about to ask for. Kept on the device until it is sent: a reload or a lost network costs nothing. */
type Draft = { type: number; fields: AskFields };
const keyOf = (user: number) => `requests.draft.1.${user}`;

const isDraft = (value: unknown): value is Draft => {
  const { type, fields } = (value ?? {}) as Partial<Draft>;
  return (
    typeof type === 'number' &&
    typeof fields === 'object' &&
    fields !== null &&
    typeof fields.description === 'string' &&
    typeof fields.answers === 'object' &&
    typeof fields.requester?.id === 'number'
  );
};

/** The draft of this type, if there is one. */
export function readDraft(user: number, type: number): AskFields | undefined {
  const draft = readStored<Draft | null>(keyOf(user), (value): value is Draft => isDraft(value), null);
  return draft?.type === type ? draft.fields : undefined;
}
export const writeDraft = (user: number, type: number, fields: AskFields) =>
  writeStored(keyOf(user), { type, fields });
export const dropDraft = (user: number) => writeStored(keyOf(user), null);
