import { readStored, writeStored } from '#src/lib/storage.ts';
import { type Draft, type DraftItem, isEmpty } from './draft.ts';

/** A draft is a person's own; that of a change to a request stands beside that of a new one. */
const keyOf = (user: number, request: number | undefined) =>
  request === undefined ? `moves.draft.1.${user}` : `moves.draft.1.${user}.${request}`;

type Loose = Partial<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isItem = (value: unknown): value is DraftItem =>
  isObject(value) &&
  typeof value.key === 'string' &&
  typeof value.typeId === 'number' &&
  typeof value.kind === 'string' &&
  typeof value.name === 'string' &&
  isObject(value.fields) &&
  isObject(value.tasks);
const isDraft = (value: unknown): value is Draft | null =>
  value === null ||
  (isObject(value) &&
    typeof value.description === 'string' &&
    typeof value.date === 'string' &&
    Array.isArray(value.items) &&
    value.items.every(isItem));

/** What somebody was about to ask for, kept on the device until it is sent. */
export const readDraft = (user: number, request?: number): Draft | undefined =>
  readStored<Draft | null>(keyOf(user, request), isDraft, null) ?? undefined;
export const writeDraft = (user: number, request: number | undefined, draft: Draft): void =>
  writeStored(keyOf(user, request), isEmpty(draft) ? null : draft);
export const dropDraft = (user: number, request?: number): void => writeStored(keyOf(user, request), null);
