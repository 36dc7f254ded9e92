import type { FieldKind } from '#contract/service-requests-catalogue.ts';
import type { ServiceRequest, ServiceRequestCreate } from '#contract/service-requests.ts';
import { instantOf } from '#src/lib/zone-clock.ts';
import type { TypeEntry } from '#src/directory/request-types.ts';

/** What the form holds; ids as text, as fields have them. */
export type AskFields = {
  room: string;
  requester: { id: number; name: string };
  priority: string;
  /** 2026-03-03T14:05 by the organisation's clocks; '' as early as it can be. */
  dateRequired: string;
  asset: string;
  description: string;
  /** By the question's id, with a letter before it: a form reads bare numbers as places in a list. */
  answers: Record<string, string>;
};
export const answerKey = (id: number) => `q${id}`;

/** Names of the fields that a refusal may speak of. */
export const fieldNames = ['room', 'requester', 'priority', 'dateRequired', 'asset', 'description'] as const;

export function freshFields(
  { type }: TypeEntry,
  me: { id: number; name: string; room: Record<string, unknown> },
  roomId: number | undefined,
  assetId: number | undefined,
): AskFields {
  const own = typeof me.room.id === 'number' ? me.room.id : undefined;
  return {
    room: String(roomId ?? own ?? ''),
    requester: { id: me.id, name: me.name },
    priority: String(type.defaultPriority.id),
    dateRequired: '',
    asset: String(assetId ?? ''),
    description: '',
    answers: Object.fromEntries(type.fields.map(({ id }) => [answerKey(id), ''])),
  };
}

export function fieldsOf(request: ServiceRequest, local: string): AskFields {
  const given = new Map(request.fieldValue.map(({ id, value }) => [id, value]));
  return {
    room: String(request.room.id),
    requester: { id: request.requester.id, name: request.requester.name },
    priority: String(request.priority.id),
    dateRequired: local,
    asset: request.asset ? String(request.asset.id) : '',
    description: request.description,
    answers: Object.fromEntries(request.fields.map(({ id }) => [answerKey(id), given.get(id) ?? ''])),
  };
}

/** The answer as the API takes it. */
const valueOf = (kind: FieldKind, text: string) => (kind === 'number' ? text.replace(',', '.') : text);

/** The fields as they are sent. @param earliest epoch ms: what an empty date stands for; now, where it is not known */
export function bodyOf(
  fields: AskFields,
  { type }: Pick<TypeEntry, 'type'>,
  earliest: number | undefined,
  zone: string,
) {
  const answers = type.fields.map(({ id, kind }) => ({
    id,
    value: valueOf(kind, fields.answers[answerKey(id)]?.trim() ?? ''),
  }));
  const asset = fields.asset.trim();
  return {
    dateRequired: fields.dateRequired ? instantOf(fields.dateRequired, zone) : (earliest ?? Date.now()),
    requester: { id: fields.requester.id },
    type: { id: type.id },
    priority: { id: Number(fields.priority) },
    room: { id: Number(fields.room) },
    description: fields.description.trim() || null,
    ...(asset && { asset: { id: Number(asset) } }),
    ...(answers.length > 0 && { fieldValue: answers }),
  } satisfies ServiceRequestCreate;
}

export type Missing = 'room' | 'asset' | `answers.${string}`;
/** What has to be filled in and is not. */
export function missingIn(fields: AskFields, { type }: Pick<TypeEntry, 'type'>): Missing[] {
  const asked = type.fields.filter(({ id, required }) => required && !fields.answers[answerKey(id)]?.trim());
  return [
    ...(fields.room ? [] : (['room'] as const)),
    ...asked.map(({ id }) => `answers.${answerKey(id)}` as const),
    ...(type.assetRequest && !/^[1-9]\d{0,14}$/.test(fields.asset.trim()) ? (['asset'] as const) : []),
  ];
}
